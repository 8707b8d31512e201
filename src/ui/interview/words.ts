import type { Level } from '../../core/drill';
import type { PhaseKind } from '../../core/interview';
import type { Ending, Mode } from '../../core/session';

export const phaseWords: Record<PhaseKind, string> = {
	introduce: 'Introduction',
	clarify: 'The task',
	code: 'Code',
	test: 'Test',
	cost: 'Cost',
	change: 'Change',
	questions: 'Your questions',
};

export const modeWords: Record<Mode, string> = { study: 'Study', real: 'Real' };

export const levelWords: Record<Level, string> = {
	junior: 'junior',
	mid: 'mid-level',
	senior: 'senior',
};

export const endingWords: Record<Ending, string> = {
	finished: 'gone through',
	early: 'ended early',
	time: 'out of time',
};

/** `18:04` for what is left; rounded up, so that it ends on 0:00. */
export function countdown(milliseconds: number): string {
	const seconds = Math.ceil(Math.abs(milliseconds) / 1000);
	const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	return milliseconds < 0 ? `+${text}` : text;
}
