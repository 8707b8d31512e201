import { laterAuthored, type Authored } from '../core/authored';
import { mergeDiscussions, type Discussion } from '../core/discussion';
import { same } from '../core/same';
import { mergeRuns, type Run } from '../core/scenario';
import { mergeServices, type Service } from '../core/service';
import { mergeStories, type Story } from '../core/story';
import type { Writer } from './engine';

/** Each joins a row from elsewhere to the one here and answers whether anything came of it. */

export async function mergeRun(writer: Writer, theirs: Run): Promise<boolean> {
	const ours = await writer.get('decisions', theirs.id);
	const { run, beside } = ours ? mergeRuns(ours, theirs) : { run: theirs, beside: null };
	const stored = beside ? await writer.get('decisions', beside.id) : undefined;
	if (beside && !stored) await writer.put('decisions', beside);
	if (!same(run, ours)) await writer.put('decisions', run);
	return !same(run, ours) || (beside !== null && !stored);
}

export async function mergeDiscussion(writer: Writer, theirs: Discussion): Promise<boolean> {
	const ours = await writer.get('discussions', theirs.id);
	const { discussion, beside } = ours
		? mergeDiscussions(ours, theirs)
		: { discussion: theirs, beside: null };
	const stored = beside ? await writer.get('discussions', beside.id) : undefined;
	if (beside && !stored) await writer.put('discussions', beside);
	if (!same(discussion, ours)) await writer.put('discussions', discussion);
	return !same(discussion, ours) || (beside !== null && !stored);
}

export async function mergeService(writer: Writer, theirs: Service): Promise<boolean> {
	const ours = await writer.get('services', theirs.slug);
	const joined = ours ? mergeServices(ours, theirs) : theirs;
	if (same(joined, ours)) return false;
	await writer.put('services', joined);
	return true;
}

export async function mergeStory(writer: Writer, theirs: Story): Promise<boolean> {
	const ours = await writer.get('stories', theirs.id);
	const joined = ours ? mergeStories(ours, theirs) : theirs;
	if (same(joined, ours)) return false;
	await writer.put('stories', joined);
	return true;
}

export async function mergeAuthored(writer: Writer, theirs: Authored): Promise<boolean> {
	const ours = await writer.get('authored', theirs.id);
	const joined = ours ? laterAuthored(ours, theirs) : theirs;
	if (same(joined, ours)) return false;
	await writer.put('authored', joined);
	return true;
}
