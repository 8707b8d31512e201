import type { ChallengeMeta, Difficulty, Kind } from '../../src/core/challenge';
import { addDays, type Day } from '../../src/core/day';
import type { DrillMeta, DrillTopic } from '../../src/core/drill';
import type { PlanSettings } from '../../src/core/plan';
import type { CodeWork, ReviseWork, SessionWork, SpeakWork } from '../../src/core/work';
import type { Standing, Syllabus } from '../../src/coach/syllabus';

/** A Monday. */
export const monday: Day = '2026-11-23';
export const on = (count: number): Day => addDays(monday, count);
const at = (day: Day, hour = 18) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

let id = 0;
const facts = (day: Day) => ({ id: `work-${++id}`, at: at(day), day });

export function checked(slug: string, day: Day, more: Partial<CodeWork> = {}): CodeWork {
	const plain = { share: 0.5, passed: false, unaided: false, minutes: null };
	return { kind: 'code', ...facts(day), slug, ...plain, ...more };
}

export function passed(slug: string, day: Day, more: Partial<CodeWork> = {}): CodeWork {
	return checked(slug, day, { share: 1, passed: true, unaided: true, ...more });
}

export function answered(slug: string, day: Day, more: Partial<SpeakWork> = {}): SpeakWork {
	const scores = { score: 0.8, clarity: 0.9, speed: null, seconds: null, sure: null };
	return { kind: 'speak', ...facts(day), slug, topic: 'oop', ...scores, ...more };
}

export function met(
	kind: 'interview' | 'design',
	day: Day,
	score: number | null = 0.7,
): SessionWork {
	return { kind, ...facts(day), slug: 'any', title: 'A session', score, minutes: 20 };
}

export function revised(day: Day, minutes = 9): ReviseWork {
	return { kind: 'revise', ...facts(day), card: 'cost/x', minutes, recalled: true };
}

export function settings(more: Partial<PlanSettings> = {}): PlanSettings {
	return {
		role: 'backend',
		level: 'mid',
		interview: null,
		minutes: 35,
		weekdays: [1, 2, 3, 4, 5, 6, 7],
		time: null,
		...more,
	};
}

const kinds: Kind[] = ['generators', 'async', 'data-structures'];
const difficulties: Difficulty[] = ['easy', 'medium', 'hard'];
const topics: DrillTopic[] = ['oop', 'api', 'testing', 'concurrency'];

export const challenges: ChallengeMeta[] = Array.from({ length: 18 }, (_, index) => ({
	slug: `challenge-${index}`,
	version: 1,
	title: `Challenge ${index}`,
	summary: '',
	kind: kinds[index % 3]!,
	difficulty: difficulties[Math.floor(index / 6)]!,
	minutes: [15, 20, 25, 30, 35, 40][index % 6]!,
	topics: [],
	roles: index % 4 === 3 ? ['data'] : ['backend', 'data'],
	skills: [],
	limits: { seconds: 10, cost: 1 },
}));

export const drills: DrillMeta[] = Array.from({ length: 24 }, (_, index) => ({
	slug: `drill-${index}`,
	title: `Drill ${index}`,
	topic: topics[index % 4]!,
	level: (['junior', 'mid', 'senior'] as const)[index % 3]!,
	roles: ['backend'],
	seconds: 90,
}));

export const syllabus: Syllabus = {
	challenges,
	drills,
	interviews: [20, 45, 60].map((minutes) => ({
		slug: `backend-${minutes}`,
		title: `Backend, ${minutes} minutes`,
		minutes,
		roles: ['backend'],
	})),
	designs: [{ slug: 'shortener', title: 'A URL shortener', minutes: 25, roles: ['backend'] }],
};

export const nothing: Syllabus = { challenges: [], drills: [], interviews: [], designs: [] };
export const fresh: Standing = { states: new Map(), scores: new Map() };
