import { covers, mergeAnswers, setApart, type Answer, type Sitting } from '../core/answer';
import type { Writer } from './engine';

/** Joins an answer from elsewhere; true when it was not here. An open sitting of it ends. */
export async function mergeAnswer(writer: Writer, theirs: Answer): Promise<boolean> {
	const ours = await writer.get('answers', theirs.id);
	const joined = ours ? mergeAnswers(ours, theirs) : theirs;
	if (joined !== ours) await writer.put('answers', joined);
	const open = await writer.get('sittings', theirs.id);
	if (open) {
		await writer.delete('sittings', open.id);
		if (!covers(theirs, open)) await writer.put('sittings', setApart(open));
	}
	return ours === undefined;
}

/** Joins a sitting from elsewhere; true when it was not here. Of two texts both stay. */
export async function mergeSitting(writer: Writer, theirs: Sitting): Promise<boolean> {
	const answer = await writer.get('answers', theirs.id);
	if (answer && covers(answer, theirs)) return false;
	const ours = await writer.get('sittings', theirs.id);
	if (ours && covers(ours, theirs)) return false;
	const apart = answer !== undefined || (ours !== undefined && !covers(theirs, ours));
	const kept = apart ? setApart(theirs) : theirs;
	if (await writer.get('sittings', kept.id)) {
		if (kept.id === theirs.id) await writer.put('sittings', kept);
		return false;
	}
	await writer.put('sittings', kept);
	return true;
}
