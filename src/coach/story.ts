import { storyParts, type StoryPart, type StoryText } from '../core/story';
import { wordsIn } from './clarity';
import { splitSentences } from './sentences';
import { isFigure } from './signals';

/** The numbers behind the checks. */
export const storyLimits = {
	/** Seconds in which a story is told. */
	seconds: 120,
	/** Words that are spoken in a minute, by which the length of a written story is judged. */
	pace: 140,
	/** A part shorter than this says nothing yet; words. */
	fewestWords: 5,
} as const;

export type StoryCheckName = 'parts' | 'number' | 'lesson' | 'own' | 'length';

/** What was looked for, whether it is there, and the sentence that shows it or what to do. */
export type StoryCheck = { name: StoryCheckName; title: string; ok: boolean; says: string };

const lesson =
	/\b(learn(t|ed|ing)?|lesson|next time|since then|ever since|from then on|nowadays|these days|today i|now(,)? i|i now|we now|i always|i never|taught me|showed me|should have|would (now|rather|have)|differently|before (i|we) (would|do)|i stopped|i started)\b/i;
/** What a rule for next time sounds like, where a lesson is asked for anyway. */
const rule = /\b(always|never|must|should|first|before|do not|don't|instead)\b/i;
const own = /\b(i|my|me|myself)\b/i;

const partTitles: Record<StoryPart, string> = {
	situation: 'situation',
	task: 'task',
	action: 'action',
	result: 'result',
	lesson: 'lesson',
};

/** Looks whether a story has what an interviewer waits for. */
export function checkStory(text: StoryText): StoryCheck[] {
	const missing = storyParts.filter((part) => wordsIn(text[part]) < storyLimits.fewestWords);
	const figure = firstWith(text.result, isFigure);
	const learnt = lessonIn(text.lesson, missing.includes('lesson'));
	const mine = firstWith(text.action, (sentence) => own.test(sentence));
	const seconds = secondsToTell(text);
	return [
		{
			name: 'parts',
			title: 'All five parts',
			ok: missing.length === 0,
			says:
				missing.length === 0
					? 'Situation, task, action, result and lesson are there.'
					: `Too little yet: ${missing.map((part) => partTitles[part]).join(', ')}.`,
		},
		{
			name: 'number',
			title: 'A number in the result',
			ok: figure !== null,
			says:
				figure ??
				'No number found. How many, how long, how much, before and after? A ratio will do.',
		},
		{
			name: 'lesson',
			title: 'A lesson',
			ok: learnt !== null,
			says: learnt ?? 'What do you do differently since then, or would you do next time?',
		},
		{
			name: 'own',
			title: 'Your own part',
			ok: mine !== null,
			says: mine ?? 'The action speaks of “we” only. Say what you did yourself.',
		},
		{
			name: 'length',
			title: 'Within two minutes',
			ok: seconds <= storyLimits.seconds,
			says: `About ${spoken(seconds)} aloud, at ${storyLimits.pace} words a minute.${
				seconds <= storyLimits.seconds ? '' : ' Shorten the situation first.'
			}`,
		},
	];
}

/** What a telling against the clock had in it. */
export function checkTelling(text: string, seconds: number): StoryCheck[] {
	const figure = firstWith(text, isFigure);
	const learnt = firstWith(text, (sentence) => lesson.test(sentence));
	const mine = firstWith(text, (sentence) => own.test(sentence));
	const short = wordsIn(text) < 3 * storyLimits.fewestWords;
	return [
		{
			name: 'number',
			title: 'A number was said',
			ok: figure !== null,
			says: figure ?? 'No number was said. It belongs into the result.',
		},
		{
			name: 'lesson',
			title: 'A lesson was said',
			ok: learnt !== null,
			says: learnt ?? 'No lesson was said. End with what you do differently.',
		},
		{
			name: 'own',
			title: 'Your own part was said',
			ok: mine !== null,
			says: mine ?? 'Nobody said “I”. What was your part?',
		},
		{
			name: 'length',
			title: 'Within two minutes',
			ok: seconds <= storyLimits.seconds && !short,
			says: short
				? 'Too short to be a story yet.'
				: `It took ${spoken(seconds)}.${seconds <= storyLimits.seconds ? '' : ' Shorten the situation first.'}`,
		},
	];
}

/** How long a written story takes to tell. */
export function secondsToTell(text: StoryText): number {
	const words = storyParts.reduce((sum, part) => sum + wordsIn(text[part]), 0);
	return Math.round((60 * words) / storyLimits.pace);
}

function lessonIn(text: string, missing: boolean): string | null {
	const tells = (sentence: string) => lesson.test(sentence) || rule.test(sentence);
	return missing ? null : firstWith(text, tells);
}

function firstWith(text: string, holds: (sentence: string) => boolean): string | null {
	return splitSentences(text).find((sentence) => holds(sentence.text))?.text ?? null;
}

function spoken(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	return `${minutes}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
}
