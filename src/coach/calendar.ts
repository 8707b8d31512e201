import { addDays, type Day } from '../core/day';
import type { ArrangedDay } from './arrange';

const encoder = new TextEncoder();
/** Longest line in octets, RFC 5545, 3.1. */
const longest = 75;

/**
 * Days of practice as an iCalendar file (RFC 5545). With a `time` such as `19:00` each is an event at
 * that hour wherever its owner is, without it one that takes the whole day and blocks nothing.
 */
export function toCalendar(
	days: readonly ArrangedDay[],
	options: { now: Date; time: string | null; interview: Day | null; site: string },
): string {
	const { now, time, interview, site } = options;
	const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
	const events = days
		.filter(({ blocks }) => blocks.some(({ done }) => !done))
		.map(({ day, blocks }) => {
			const open = blocks.filter(({ done }) => !done).map(({ block }) => block);
			const minutes = open.reduce((sum, block) => sum + block.minutes, 0);
			const lines = open.map(({ title, minutes: each }) => `${title} (${each} min)`);
			return [
				`UID:practice-${day}@dry-run`,
				`DTSTAMP:${stamp}`,
				...when(day, time, minutes),
				`SUMMARY:${quoted(`Interview practice, ${minutes} min`)}`,
				`DESCRIPTION:${quoted(lines.join('\n'))}`,
				`URL:${site}`,
			];
		});
	if (interview !== null) {
		events.push([
			`UID:interview-${interview}@dry-run`,
			`DTSTAMP:${stamp}`,
			...when(interview, null, 0),
			'SUMMARY:Interview',
		]);
	}
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Dry Run//Practice plan//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function when(day: Day, time: string | null, minutes: number): string[] {
	const date = day.replaceAll('-', '');
	if (time === null) {
		const next = addDays(day, 1).replaceAll('-', '');
		return [`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${next}`, 'TRANSP:TRANSPARENT'];
	}
	return [`DTSTART:${date}T${time.replace(':', '')}00`, `DURATION:PT${minutes}M`];
}

/** Text as a property's value, RFC 5545, 3.3.11. */
function quoted(text: string): string {
	return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n');
}

/** Breaks a line between characters, never inside one; each further line begins with a space. */
function fold(line: string): string {
	const parts: string[] = [];
	let part = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > longest) {
			parts.push(part);
			part = '';
			octets = 1;
		}
		part += character;
		octets += size;
	}
	return [...parts, part].join('\r\n ');
}
