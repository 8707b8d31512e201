import { addDays, daysBetween, weekdayOf, type Day } from '../core/day';
import { span, type Block, type BlockKind, type PlanDay, type PlanSettings } from '../core/plan';
import {
	codeOrder,
	speakOrder,
	type SessionChoice,
	type Standing,
	type Syllabus,
} from './syllabus';

/** How the minutes of an ordinary day are shared out. */
export type Shares = { revise: number; code: number; speak: number };

/** A quarter for revision, but 5 to 10 minutes; 5 or 6 for one answer; the rest for code. */
export function shares(minutes: number): Shares {
	const revise = Math.min(10, Math.max(5, Math.round(minutes / 4)));
	const speak = minutes < 30 ? 5 : 6;
	return { revise, speak, code: minutes - revise - speak };
}

type Unplaced = Omit<Block, 'since'>;

/** What a day is for. `light`: no code, so there is room for what was missed. */
type Theme = 'ordinary' | 'light' | 'interview' | 'design';

/**
 * Lays out the days from `from` on, at most fourteen and none on or after the interview's. A day is a
 * warm-up, one block of code and one spoken answer; sessions take the place of the latter two on a
 * few days; the last day of a week of five or more, and the eve of the interview, are light.
 */
export function layOut(
	settings: PlanSettings,
	from: Day,
	syllabus: Syllabus,
	standing: Standing,
): PlanDay[] {
	const days = calendar(settings, from);
	const working = days.filter(({ rest }) => rest === null).map(({ day }) => day);
	const themes = themesOf(working, settings);
	const supply = new Supply(settings, syllabus, standing);
	return days.map(({ day, rest }) => {
		const theme = themes.get(day);
		return { day, rest, blocks: theme ? supply.fill(day, theme) : [] };
	});
}

/** The warm-up of a day. */
export function warmUp(day: Day, minutes: number): Block {
	const id = `revise/${day}`;
	const facts = { slug: null, title: 'Revision', minutes, since: day, part: 1, parts: 1 };
	return { id, kind: 'revise', ...facts };
}

/** The fewest minutes in which a session makes sense. */
const shortest = 20;

function calendar({ interview, weekdays }: PlanSettings, from: Day): Omit<PlanDay, 'blocks'>[] {
	const until = interview === null ? span : Math.min(span, daysBetween(from, interview));
	return Array.from({ length: Math.max(0, until) }, (_, index) => {
		const day = addDays(from, index);
		return { day, rest: weekdays.includes(weekdayOf(day)) ? null : ('off' as const) };
	});
}

function themesOf(working: readonly Day[], settings: PlanSettings): Map<Day, Theme> {
	const themes = new Map<Day, Theme>(working.map((day) => [day, 'ordinary']));
	if (settings.weekdays.length >= 5) {
		for (let end = 6; end < working.length; end += 7) themes.set(working[end]!, 'light');
	}
	const eve = settings.interview && addDays(settings.interview, -1);
	if (eve && themes.has(eve)) themes.set(eve, 'light');
	if (settings.minutes < shortest) return themes;
	// Spread over the plan; a weekend next to the place is taken instead, as it has quieter hours.
	const count = working.length;
	const wishes: [Theme, number][] = [
		['interview', 0.35],
		['design', 0.6],
		['interview', 0.85],
	];
	const affordable =
		count >= 9 ? wishes : count >= 5 ? wishes.slice(1) : count >= 3 ? wishes.slice(2) : [];
	for (const [theme, share] of affordable) {
		const ideal = Math.round(share * (count - 1));
		const near = [ideal, ideal + 1, ideal - 1].flatMap((index) => working[index] ?? []);
		const free = near.filter((day) => themes.get(day) === 'ordinary');
		const chosen = free.find((day) => weekdayOf(day) >= 6) ?? free[0];
		if (chosen) themes.set(chosen, theme);
	}
	return themes;
}

/** Hands out what there is, in order, and begins again when it is used up. */
class Supply {
	readonly #settings: PlanSettings;
	readonly #syllabus: Syllabus;
	readonly #shares: Shares;
	readonly #code: Iterator<Unplaced, never>;
	readonly #speak: Iterator<Unplaced, never>;
	readonly #given = { interview: 0, design: 0 };

	constructor(settings: PlanSettings, syllabus: Syllabus, standing: Standing) {
		const { role, level, minutes } = settings;
		this.#settings = settings;
		this.#syllabus = syllabus;
		this.#shares = shares(minutes);
		this.#code = codeBlocks(codeOrder(syllabus, standing, role, level), this.#shares.code);
		this.#speak = speakBlocks(speakOrder(syllabus, standing, role, level), this.#shares.speak);
	}

	fill(day: Day, theme: Theme): Block[] {
		const { minutes } = this.#settings;
		const { revise } = this.#shares;
		switch (theme) {
			case 'ordinary':
				return [warmUp(day, revise), this.#next(this.#code, day), this.#next(this.#speak, day)];
			case 'light':
				return [warmUp(day, revise), this.#next(this.#speak, day)];
			case 'interview':
			case 'design': {
				const session = { ...this.#session(theme), since: day };
				const left = minutes - session.minutes;
				return left >= 5 ? [warmUp(day, Math.min(left, revise)), session] : [session];
			}
		}
	}

	#next(blocks: Iterator<Unplaced, never>, day: Day): Block {
		return { ...blocks.next().value, since: day };
	}

	/** The first is short; the later ones as long as the day allows. */
	#session(kind: 'interview' | 'design'): Unplaced {
		const { minutes, role } = this.#settings;
		const choices = kind === 'interview' ? this.#syllabus.interviews : this.#syllabus.designs;
		const fitting = choices
			.filter((choice) => choice.roles.includes(role) && choice.minutes <= minutes)
			.sort((one, two) => one.minutes - two.minutes);
		const turn = this.#given[kind]++;
		const chosen: SessionChoice | undefined =
			kind === 'design' ? fitting[turn % fitting.length] : turn === 0 ? fitting[0] : fitting.at(-1);
		const title = kind === 'interview' ? 'Mock interview' : 'Design discussion';
		const usual = turn === 0 || minutes < 45 ? shortest : 45;
		return block(
			kind,
			chosen?.slug ?? null,
			chosen?.title ?? title,
			chosen?.minutes ?? usual,
			`${turn + 1}`,
		);
	}
}

function* codeBlocks(
	challenges: readonly { slug: string; title: string; minutes: number }[],
	room: number,
): Generator<Unplaced, never> {
	for (let round = 1; ; round++) {
		if (challenges.length === 0)
			yield block('code', null, 'A challenge of your choice', room, `${round}`);
		for (const { slug, title, minutes } of challenges) {
			const parts = Math.min(3, Math.max(1, Math.round(minutes / room)));
			const each = Math.min(room, Math.ceil(minutes / parts));
			for (let part = 1; part <= parts; part++) {
				yield { ...block('code', slug, title, each, `${round}.${part}`), part, parts };
			}
		}
	}
}

function* speakBlocks(
	drills: readonly { slug: string; title: string }[],
	room: number,
): Generator<Unplaced, never> {
	for (let round = 1; ; round++) {
		if (drills.length === 0)
			yield block('speak', null, 'An answer of your choice', room, `${round}`);
		for (const { slug, title } of drills) yield block('speak', slug, title, room, `${round}`);
	}
}

function block(
	kind: BlockKind,
	slug: string | null,
	title: string,
	minutes: number,
	turn: string,
): Unplaced {
	return { id: `${kind}/${slug ?? 'any'}/${turn}`, kind, slug, title, minutes, part: 1, parts: 1 };
}
