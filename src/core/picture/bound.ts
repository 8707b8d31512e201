import type { Evidence } from '../report';
import { inBytes, inFull, share } from './quantity';

type Bounded = Extract<Evidence, { kind: 'cost' | 'memory' }>;

/** A bar beside its bound: places in percent of the whole width. */
export type BoundPicture = {
	what: string;
	used: number;
	bound: number;
	over: boolean;
	usedText: string;
	boundText: string;
};

/** What was used against what is allowed. */
export function boundPicture(evidence: Bounded): BoundPicture {
	const memory = evidence.kind === 'memory';
	const used = memory ? evidence.peakBytes : evidence.ratio;
	const allowed = memory ? evidence.allowedBytes : evidence.allowed;
	const whole = Math.max(used, allowed) * 1.05;
	const text = (amount: number): string =>
		memory ? inBytes(amount) : `${inFull(amount)} × the reference`;
	return {
		what: memory ? 'Memory held at the peak' : 'Work',
		used: share(used, whole),
		bound: share(allowed, whole),
		over: used > allowed,
		usedText: text(used),
		boundText: text(allowed),
	};
}
