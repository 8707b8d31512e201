import type { Block, BlockKind } from '../core/plan';

export const blockWords: Record<BlockKind, string> = {
	revise: 'Warm up',
	code: 'Code',
	speak: 'Answer',
	interview: 'Interview',
	design: 'Design',
};

/** Where a block is done. */
export function blockLink({ kind, slug }: Block): string {
	switch (kind) {
		case 'revise':
			return '#/revise';
		case 'code':
			return slug ? `#/practice/${slug}` : '#/practice';
		case 'speak':
			return slug ? `#/drills/${slug}` : '#/drills';
		case 'interview':
			return '#/interview';
		case 'design':
			return slug ? `#/design/${slug}` : '#/design';
	}
}

/** The title, with the part where there are several. */
export function blockTitle({ title, part, parts }: Block): string {
	return parts > 1 ? `${title}, part ${part} of ${parts}` : title;
}

/** Minutes of all. */
export function minutesOf(blocks: readonly { block: Block }[]): number {
	return blocks.reduce((sum, { block }) => sum + block.minutes, 0);
}
