import type { Constraints } from '../core/constraint';

/** Each constraint in a few words, in a fixed order. */
export function constraintWords(constraints: Constraints): string[] {
	const { timeBox, memory, cost, imports, explain } = constraints;
	return [
		...(timeBox === null ? [] : [`${timeBox} min`]),
		...(explain ? ['explain first'] : []),
		...(imports === null
			? []
			: [imports.length === 0 ? 'no imports' : `imports only ${imports.join(', ')}`]),
		...(cost === null ? [] : [`cost ≤ ${cost}× model`]),
		...(memory === null
			? []
			: [
					'times' in memory
						? `memory ≤ ${memory.times}× model`
						: `memory ≤ ${kibibytes(memory.bytes)} KiB`,
				]),
	];
}

/** A size as the form takes it. */
export function kibibytes(bytes: number): number {
	return Math.round(bytes / 1024);
}
