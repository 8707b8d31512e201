/** Why a model did not answer, or not to the end. */
export type ModelFailure =
	/** Nothing came for so long; seconds. */
	| { kind: 'silent'; seconds: number }
	| { kind: 'stopped' }
	| { kind: 'offline' }
	| { kind: 'unreachable'; address: string; own: boolean }
	/** A server is there, but does not let this page in. `page` is the page's origin. */
	| { kind: 'not-let-in'; address: string; page: string }
	/** A page that came by https may not call this address. */
	| { kind: 'mixed'; address: string }
	/** It points elsewhere, where nobody allowed sending. */
	| { kind: 'moved'; address: string }
	| { kind: 'wrong-key'; given: boolean }
	| { kind: 'unknown-model'; model: string }
	| { kind: 'wrong-path'; address: string }
	| { kind: 'busy' }
	| { kind: 'refused'; status: number; detail: string | null }
	/** Answered, but not as a model does. */
	| { kind: 'no-model' }
	| { kind: 'nothing-said' }
	| { kind: 'cut-off' }
	| { kind: 'broke'; detail: string }
	/** The browser's own model. */
	| { kind: 'absent' }
	| { kind: 'not-fetched' }
	| { kind: 'too-long' };

/** What happened, and what can be done about it. */
export type Explanation = { what: string; todo: string };

/** In plain sentences, for the person at the screen. */
export function explainFailure(failure: ModelFailure): Explanation {
	switch (failure.kind) {
		case 'silent':
			return {
				what: `The model said nothing for ${failure.seconds} seconds.`,
				todo: 'A large model may still be loading: ask again in a moment, or choose a smaller one.',
			};
		case 'stopped':
			return { what: 'Stopped.', todo: 'Ask again whenever you like.' };
		case 'offline':
			return {
				what: 'There is no network, and this server is not on your device.',
				todo: 'Ask again when you are connected. Everything else works without.',
			};
		case 'unreachable':
			return {
				what: `Nothing answers at ${failure.address}.`,
				todo: failure.own
					? 'Is the server running, and is the port right? If the browser asked to reach your local network, allow it.'
					: 'Check the address and that the server is up. If it is in your own network, allow the browser to reach it.',
			};
		case 'not-let-in':
			return {
				what: `A server answers at ${failure.address}, but does not let this page in.`,
				todo: `Allow the origin ${failure.page} there (CORS). With Ollama, start it with OLLAMA_ORIGINS=${failure.page}; in LM Studio, switch CORS on.`,
			};
		case 'mixed':
			return {
				what: `This page came by https, and browsers do not let it call ${failure.address}.`,
				todo: 'Give the server an https address, or run it on this device, where http is allowed.',
			};
		case 'moved':
			return {
				what: `${failure.address} points to another address, and nothing was sent there.`,
				todo: 'Put the address that it points to in Settings, and allow that one.',
			};
		case 'wrong-key':
			return failure.given
				? { what: 'The server does not accept the key.', todo: 'Give it again in Settings.' }
				: { what: 'The server wants a key.', todo: 'Give one in Settings.' };
		case 'unknown-model':
			return {
				what: `The server has no model called “${failure.model}”.`,
				todo: 'Choose another in Settings; “Test connection” lists those it has.',
			};
		case 'wrong-path':
			return {
				what: `There is a server at ${failure.address}, but no model behind this address.`,
				todo: 'The address often ends in /v1.',
			};
		case 'busy':
			return {
				what: 'The server has had too many questions.',
				todo: 'Wait a minute and ask again; a paid server may have reached its limit.',
			};
		case 'refused':
			return {
				what: `The server could not answer (${failure.status}). ${failure.detail ?? ''}`.trim(),
				todo: 'Ask again, or look at what the server itself reports.',
			};
		case 'no-model':
			return {
				what: 'What came back is not the answer of a model.',
				todo: 'Check the address in Settings: it should be that of an OpenAI-compatible server.',
			};
		case 'nothing-said':
			return {
				what: 'The model answered with nothing.',
				todo: 'Ask again, or choose another model.',
			};
		case 'cut-off':
			return {
				what: 'The connection broke before the model had finished.',
				todo: 'What came is kept here. Ask again for a whole answer.',
			};
		case 'broke':
			return {
				what: `The model gave up. ${failure.detail}`,
				todo: 'Ask again, or choose another model.',
			};
		case 'absent':
			return {
				what: 'This browser has no model of its own, or not on this device.',
				todo: 'Name a server in Settings, or go on without: scores never need a model.',
			};
		case 'not-fetched':
			return {
				what: 'The browser has not downloaded its model yet.',
				todo: 'Start the download in Settings.',
			};
		case 'too-long':
			return {
				what: 'This answer is too long for the browser’s model.',
				todo: 'A shorter answer, or a server’s model, will do.',
			};
	}
}
