import type { Moment, Session } from '../../core/session';
import type { Course, Turn } from './course';
import { debriefOf } from './debrief';
import { minutesAndSeconds, type Quote } from './evidence';
import { follow } from './follow';
import { markersOf } from './replay';

/** An interview as a Markdown file: marks with their evidence, next steps, all that was said, the code. */
export function transcriptOf(
	session: Session,
	moments: readonly Moment[],
	at: number,
): { name: string; text: string } {
	const course = follow(session, moments, at);
	const { scenario, startedAt, mode } = session;
	const day = startedAt.slice(0, 10);
	const lines = [
		`# ${scenario.title}`,
		'',
		`${day}, ${mode === 'real' ? 'Real' : 'Study'}, ${scenario.minutes} minutes, ${scenario.role}, ${scenario.level}. ` +
			`With ${scenario.interviewer.name}, ${scenario.interviewer.title}.`,
		'',
		...judgement(course),
		'## What was said',
		'',
		...course.turns.flatMap((turn) => [said(turn, scenario.interviewer.name), '']),
		'## Runs and checks',
		'',
		...markersOf(course)
			.filter(({ kind }) => kind === 'run' || kind === 'check')
			.map(({ at: when, label }) => `- ${minutesAndSeconds(when)} ${label}`),
		'',
		'## The program in the end',
		'',
		'```python',
		course.boxes.code.trimEnd(),
		'```',
		'',
	];
	return { name: `interview-${scenario.slug}-${day}.md`, text: lines.join('\n') };
}

function judgement(course: Course): string[] {
	const { overall, scores, habits, brought, steps } = debriefOf(course);
	return [
		`Overall ${overall.toFixed(1)} of 10, the mean of seven.`,
		'',
		'## Next',
		'',
		...steps.map(({ title, why }, index) => `${index + 1}. ${title}. ${why}`),
		'',
		'## Marks',
		'',
		...scores.flatMap(({ title, marks, findings }) => [
			`### ${title}: ${marks.toFixed(1)} of 10`,
			'',
			...findings.flatMap(({ says, earned, of, quotes }) => [
				`- ${says}: ${earned} of ${of}`,
				...quotes.map((quote) => `  - ${quoted(quote)}`),
			]),
			'',
		]),
		'## Habits and duties',
		'',
		...habits.map(
			({ title, caught, why, quote }) =>
				`- ${title}: ${caught ? `found. ${why} ${quoted(quote)}` : 'not found.'}`,
		),
		...brought.map(
			({ title, found, quote }) => `- ${title}: ${found ? '' : 'missing. '}${quoted(quote)}`,
		),
		'',
	];
}

function quoted({ from, text, at, line }: Quote): string {
	const where = [
		...(at === null ? [] : [minutesAndSeconds(at)]),
		...(line === null ? [] : [`line ${line}`]),
	].join(', ');
	const words = from === 'code' ? `\`${text.replaceAll('`', "'")}\`` : `“${oneLine(text)}”`;
	return where ? `${words} (${where})` : words;
}

function said({ at, who, kind, text }: Turn, interviewer: string): string {
	const name = who === 'interviewer' ? interviewer : 'You';
	const how = kind === 'note' ? ', thinking aloud' : kind === 'hint' ? ', a hint' : '';
	return `**${minutesAndSeconds(at)} ${name}${how}:** ${oneLine(text)}`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
