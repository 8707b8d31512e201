import type { Span } from '../../coach/fillers';
import type { Sentence } from '../../coach/sentences';

/** A stretch of a text that is shown in one way. */
export type Piece = { text: string; kind: 'plain' | 'code' | 'filler' | 'hedge' };

/** A sentence (or, with index null, what stands between two) in pieces. */
export type Stretch = { sentence: number | null; pieces: Piece[] };

/** Takes a text apart for showing: nothing of it is lost. Backticks become code. */
export function piecesOf(
	text: string,
	sentences: readonly Sentence[],
	fillers: readonly Span[] = [],
	hedges: readonly Span[] = [],
): Stretch[] {
	const marks = [
		...fillers.map((span) => ({ ...span, kind: 'filler' as const })),
		...hedges.map((span) => ({ ...span, kind: 'hedge' as const })),
	].sort((one, two) => one.start - two.start);
	const within = (start: number, end: number): Piece[] => {
		const pieces: Piece[] = [];
		let at = start;
		for (const mark of marks) {
			if (mark.start < at || mark.end > end) continue;
			pieces.push(...withCode(text.slice(at, mark.start)), {
				text: text.slice(mark.start, mark.end),
				kind: mark.kind,
			});
			at = mark.end;
		}
		return [...pieces, ...withCode(text.slice(at, end))].filter((piece) => piece.text !== '');
	};
	const stretches: Stretch[] = [];
	let at = 0;
	for (const [sentence, { start, end }] of sentences.entries()) {
		if (start > at) stretches.push({ sentence: null, pieces: within(at, start) });
		stretches.push({ sentence, pieces: within(start, end) });
		at = end;
	}
	if (at < text.length) stretches.push({ sentence: null, pieces: within(at, text.length) });
	return stretches;
}

function withCode(text: string): Piece[] {
	return text
		.split(/(`[^`\n]+`)/)
		.map((part) =>
			/^`[^`]+`$/.test(part)
				? { text: part.slice(1, -1), kind: 'code' }
				: { text: part, kind: 'plain' },
		);
}
