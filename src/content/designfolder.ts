import { join } from 'node:path';
import type { Design } from '../core/design';
import { readDesign, type PlacedDesign } from './design';
import { listContent } from './listing';
import type { ContentProblem } from './problem';

/** Reads and checks `designs/`, in order. */
export async function readDesigns(
	directory: string,
): Promise<{ designs: Design[]; problems: ContentProblem[] }> {
	const placed: PlacedDesign[] = [];
	const problems: ContentProblem[] = [];
	for (const slug of await listContent(join(directory, 'designs'))) {
		const read = await readDesign(join(directory, 'designs', slug));
		if (read.ok) placed.push(read.value);
		else problems.push(...read.error);
	}
	placed.sort((one, two) => one.order - two.order);
	return { designs: placed.map(({ design }) => design), problems };
}
