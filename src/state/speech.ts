/** Whether speech can be recognised without leaving the device. */
export type SpeechSupport = 'available' | 'downloadable' | 'downloading' | 'unavailable';

export type SpeechProblem = 'refused' | 'silent' | 'broken';

/** Recognition on this device. */
export interface Speech {
	support(): Promise<SpeechSupport>;
	/** Lets the browser fetch what it needs; true when it is there. */
	install(): Promise<boolean>;
	/** Listens until the way out is called, or `ended`, which comes once. */
	listen(events: {
		/** Words for good, and words that may still change. */
		heard(heard: string, hearing: string): void;
		ended(problem: SpeechProblem | null): void;
	}): () => void;
}

type RecognitionResult = ArrayLike<{ transcript: string }> & { isFinal: boolean };

type Recognition = EventTarget & {
	lang: string;
	continuous: boolean;
	interimResults: boolean;
	processLocally?: boolean;
	start(): void;
	stop(): void;
};

type Options = { langs: string[]; processLocally: true };

type RecognitionMaker = {
	new (): Recognition;
	available?(options: Options): Promise<SpeechSupport>;
	install?(options: Options): Promise<boolean>;
};

const language = 'en-US';
const options: Options = { langs: [language], processLocally: true };

/**
 * The browser's recognition, where it can promise to work on the device; null elsewhere, since what
 * is said here goes to nobody's server.
 */
export function findSpeech(): Speech | null {
	const scope = globalThis as {
		SpeechRecognition?: RecognitionMaker;
		webkitSpeechRecognition?: RecognitionMaker;
	};
	const Maker = scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
	const available = Maker?.available?.bind(Maker);
	if (!Maker || !available) return null;
	return {
		support: () => available(options).catch(() => 'unavailable' as const),
		install: async () => (await Maker.install?.(options).catch(() => false)) ?? false,
		listen: (events) => listen(new Maker(), events),
	};
}

function listen(recognition: Recognition, events: Parameters<Speech['listen']>[0]): () => void {
	let problem: SpeechProblem | null = null;
	let ended = false;
	recognition.lang = language;
	recognition.continuous = true;
	recognition.interimResults = true;
	recognition.processLocally = true;
	recognition.addEventListener('result', (event) => {
		const { results, resultIndex } = event as Event & {
			results: ArrayLike<RecognitionResult>;
			resultIndex: number;
		};
		const fresh = Array.from(results).slice(resultIndex);
		const said = (final: boolean) =>
			fresh
				.filter((result) => result.isFinal === final)
				.map((result) => result[0]?.transcript ?? '')
				.join(' ');
		events.heard(said(true).trim(), said(false).trim());
	});
	recognition.addEventListener('error', (event) => {
		const { error } = event as Event & { error?: string };
		problem = error === undefined ? 'broken' : (problems[error] ?? 'broken');
	});
	const end = () => {
		if (ended) return;
		ended = true;
		events.ended(problem);
	};
	recognition.addEventListener('end', end);
	try {
		recognition.start();
	} catch {
		problem = 'broken';
		queueMicrotask(end);
	}
	return () => recognition.stop();
}

const problems: Record<string, SpeechProblem | undefined> = {
	'not-allowed': 'refused',
	'service-not-allowed': 'refused',
	'no-speech': 'silent',
};
