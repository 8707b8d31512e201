import type { Ending, FromWorker, JobEvent, Parts, Setting, ToWorker } from '../protocol';
import { boot, type Interpreter } from './interpreter';
import { expect, lastLine, perform } from './job';

// What the program could replace is bound before any of it runs: a message that does not come
// through this port, with this run's nonce, is nobody's answer.
self.onmessage = (first: MessageEvent<Setting>) => {
	self.onmessage = null;
	const port = first.ports[0]!;
	const post = port.postMessage.bind(port) as (message: FromWorker) => void;
	let dump = '';
	let answer: (line: string | null) => void = () => {};
	const { interactive, hasImage } = first.data;
	let arrive!: (parts: Parts) => void;
	const parts = new Promise<Parts>((resolve) => (arrive = resolve));
	const interpreter = boot(parts, hasImage, { onStderr: (text) => void (dump += text) });
	interpreter.then(
		() => post({ type: 'booted' }),
		(error) => post({ type: 'stillborn', text: String(error) }),
	);

	const receive = async (message: ToWorker): Promise<void> => {
		switch (message.type) {
			case 'boot':
				arrive(message.parts);
				return;
			case 'library':
				(await interpreter).library.arrive(message.library);
				return;
			case 'expect':
				return expect(await interpreter, message.tests);
			case 'line':
				answer(message.line);
				return;
			case 'job':
				return await work(await interpreter, message);
		}
	};
	const work = async (python: Interpreter, { job, nonce }: ToWorker & { type: 'job' }) => {
		const emit = (event: JobEvent): void => post({ ...event, nonce });
		const readLine = (prompt: string): Promise<string | null> => {
			emit({ type: 'input', prompt });
			return new Promise((resolve) => (answer = resolve));
		};
		let ending: Ending;
		try {
			const asker = interactive ? readLine : null;
			const json = await perform(python, job, emit, asker, interactive);
			ending = { type: 'result', json };
		} catch (error) {
			const text = String(error);
			ending = { type: 'crashed', text, line: lastLine(dump) };
		}
		post(python.library.missed ? { type: 'unfinished', nonce } : { ...ending, nonce });
	};
	port.onmessage = ({ data }: MessageEvent<ToWorker>) => void receive(data);
};
