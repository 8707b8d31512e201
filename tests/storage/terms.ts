import { unconstrained, type Circumstances } from '../../src/core/constraint';
import type { Terms } from '../../src/core/terms';

/** Everything asked for, half an hour in. */
export const terms: Terms = {
	slug: 'lru-cache',
	constraints: {
		timeBox: 30,
		memory: { bytes: 65_536 },
		cost: 1.5,
		imports: ['collections'],
		explain: true,
	},
	begun: '2026-11-23T09:00:00.000Z',
	ended: '2026-11-23T09:30:00.000Z',
	explanation: 'An ordered mapping whose end is what was used last.',
	explained: '2026-11-23T09:02:00.000Z',
	savedAt: '2026-11-23T09:30:00.000Z',
};

/** What an attempt keeps of it. */
export const under: Circumstances = {
	constraints: { ...unconstrained, timeBox: 20, memory: { times: 2 } },
	seconds: 1300,
	explanation: null,
};
