/** A server that speaks the protocol of OpenAI's chat completions. */
export type ModelServer = {
	/** Without a slash at its end, such as `http://localhost:11434/v1`. */
	address: string;
	/** Name of the model; empty until it is chosen. */
	model: string;
	/** Empty when the server wants none. Never leaves the device but for this server. */
	key: string;
};

export type ModelKind = 'none' | 'browser' | 'server';

/**
 * Which language model may add questions and prose, if any. It belongs to this device: backups do
 * not carry it.
 */
export type ModelChoice = {
	id: 'choice';
	kind: ModelKind;
	/** Kept while another kind is chosen. */
	server: ModelServer | null;
	/** The address to which its user allowed sending; any other needs to be asked about anew. */
	allowed: string | null;
	/** When it was chosen; ISO 8601, UTC. */
	at: string;
};

/** No model, as it is until somebody wants one. */
export const noModel: ModelChoice = {
	id: 'choice',
	kind: 'none',
	server: null,
	allowed: null,
	at: '1970-01-01T00:00:00.000Z',
};

/** Whether anything may be sent to the server now. */
export function maySend(choice: ModelChoice): boolean {
	return (
		choice.kind === 'server' && choice.server !== null && choice.allowed === choice.server.address
	);
}

/** The choice with another address; the old one's key and permission do not go along. */
export function moveTo(choice: ModelChoice, address: string): ModelChoice {
	if (choice.server?.address === address) return choice;
	return {
		...choice,
		server: { address, model: choice.server?.model ?? '', key: '' },
		allowed: null,
	};
}

/** The later of two choices of one device. */
export function laterChoice(ours: ModelChoice, theirs: ModelChoice): ModelChoice {
	return Date.parse(theirs.at) > Date.parse(ours.at) ? theirs : ours;
}
