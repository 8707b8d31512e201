import type { Moment, Session } from '../core/session';
import type { Writer } from './engine';

/** Takes an interview from elsewhere; one that is over replaces its running copy. Whether it is new. */
export async function mergeSession(writer: Writer, theirs: Session): Promise<boolean> {
	const ours = await writer.get('sessions', theirs.id);
	if (ours && (ours.result || !theirs.result)) return false;
	await writer.put('sessions', theirs);
	return ours === undefined;
}

/** Takes what happened in an interview from elsewhere. Whether it is new. */
export async function mergeMoment(writer: Writer, theirs: Moment): Promise<boolean> {
	if (await writer.get('moments', theirs.id)) return false;
	await writer.put('moments', theirs);
	return true;
}
