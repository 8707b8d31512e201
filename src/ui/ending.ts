import type { RunEnd } from '../state/trial.svelte';

export type Ending = { text: string; tone: 'plain' | 'warn' | 'bad' };

/** How a run ended, in a few words. */
export function ending(end: RunEnd): Ending {
	if (end.kind === 'lost') return { text: 'Python could not start', tone: 'bad' };
	const seconds = end.seconds < 10 ? end.seconds.toFixed(2) : end.seconds.toFixed(0);
	switch (end.result.status) {
		case 'ok':
			return { text: `Finished in ${seconds} s`, tone: 'plain' };
		case 'error':
			return { text: `Ended by an error after ${seconds} s`, tone: 'bad' };
		case 'stopped':
			return { text: 'Stopped by you', tone: 'warn' };
		case 'timeout':
			return { text: `Out of time after ${seconds} s`, tone: 'bad' };
		case 'crashed':
			return { text: 'Python went down and was started anew; your code is safe', tone: 'bad' };
	}
}
