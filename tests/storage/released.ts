import { openDB } from 'idb';

type Index = [name: string, path: string[]];
type Release = {
	stores: Record<string, string | string[]>;
	indexes: Record<string, Index>;
	rows: Record<string, object[]>;
};

const exercise = { slug: 'merge-streams', version: 1 };
const report = (status: string) => ({
	version: 1,
	status,
	message: null,
	problem: null,
	tests: [],
});

/** What each version added, and rows as it wrote them; written down here, never taken from the app. */
const releases: Release[] = [
	{
		stores: {
			drafts: ['slug', 'version'],
			earlier: 'id',
			attempts: 'id',
			preferences: 'name',
			events: 'id',
		},
		indexes: {
			earlier: ['by-exercise', ['slug', 'version']],
			events: ['by-slug', ['slug', 'at']],
		},
		rows: {
			drafts: [
				{ ...exercise, code: 'yield', revision: 7, savedAt: '2026-10-01T08:30:00.000Z', tab: 't1' },
			],
			earlier: [
				{
					...exercise,
					id: 'e1',
					code: 'x',
					at: '2026-10-01T08:00:00.000Z',
					tab: 't1',
					reason: 'reset',
				},
			],
			attempts: [
				{
					...exercise,
					id: 'a1',
					at: '2026-10-01T08:10:00.000Z',
					code: 'return []',
					report: report('fail'),
					hintsShown: 0,
					debriefSeen: false,
					tabId: 't1',
				},
				{
					...exercise,
					id: 'a2',
					at: '2026-10-01T08:31:00.000Z',
					code: 'yield',
					report: report('pass'),
					hintsShown: 1,
					debriefSeen: false,
					tabId: 't1',
				},
			],
			preferences: [{ name: 'theme', value: 'dark' }],
			events: [
				{ ...exercise, id: 'h1', at: '2026-10-01T08:20:00.000Z', kind: 'hint-shown', hint: 1 },
			],
		},
	},
	{
		stores: { notes: 'slug' },
		indexes: { attempts: ['by-result', ['slug', 'report.status']] },
		rows: {
			notes: [
				{
					slug: 'merge-streams',
					text: 'heap of heads',
					revision: 2,
					savedAt: '2026-11-02T08:30:00.000Z',
				},
			],
		},
	},
	{
		stores: { answers: 'id', sittings: 'id' },
		indexes: { answers: ['by-slug', ['slug', 'at']] },
		rows: {
			answers: [
				{
					id: 'w1',
					slug: 'why-pop-is-slow',
					at: '2026-11-20T08:30:00.000Z',
					text: 'It moves every other item.',
					mode: 'typed',
					timing: { growth: [{ at: 900, length: 26 }], end: 2000 },
					sure: 0.6,
					corrections: [],
					followUps: [],
					score: {
						earned: ['shift'],
						coverage: 0.25,
						structure: 0.5,
						clarity: 1,
						speed: 1,
						overall: 0.2,
						mistakes: ['no-example'],
					},
					revision: 1,
				},
			],
		},
	},
	{
		stores: { cards: 'id', reviews: 'id', plans: 'id' },
		indexes: {},
		rows: {
			cards: [
				{
					id: 'drill/why-pop-is-slow',
					ref: { kind: 'drill', slug: 'why-pop-is-slow' },
					at: '2026-11-20T08:31:00.000Z',
					day: '2026-11-20',
					says: null,
				},
			],
		},
	},
	{
		stores: { sessions: 'id', moments: 'id' },
		indexes: { moments: ['by-session', ['session', 'at', 'seq']] },
		rows: {
			sessions: [
				{
					id: 'i1',
					mode: 'study',
					scenario: { slug: 'tax-profiles', title: 'The tax profiles' },
					version: 1,
					starter: 'pass',
					startedAt: '2026-11-21T08:00:00.000Z',
					result: null,
				},
			],
			moments: [{ id: 'm1', session: 'i1', seq: 0, at: 0, kind: 'said', text: 'Hello.' }],
		},
	},
	{
		stores: { decisions: 'id', discussions: 'id', services: 'slug', stories: 'id' },
		indexes: {},
		rows: {
			stories: [
				{
					id: 's1',
					createdAt: '2026-11-21T08:00:00.000Z',
					changedAt: '2026-11-21T08:00:00.000Z',
					deletedAt: null,
					revisions: [],
					tellings: [],
				},
			],
		},
	},
	{
		stores: { terms: 'slug' },
		indexes: {},
		rows: {
			terms: [
				{
					slug: 'lru-cache',
					constraints: { timeBox: 30, memory: null, cost: 1.5, imports: null, explain: true },
					begun: '2026-11-23T09:00:00.000Z',
					ended: null,
					explanation: null,
					explained: null,
					savedAt: '2026-11-23T09:00:00.000Z',
				},
			],
		},
	},
	{
		stores: { model: 'id' },
		indexes: {},
		rows: {
			model: [
				{
					id: 'choice',
					kind: 'server',
					server: { address: 'http://localhost:11434/v1', model: 'llama', key: '' },
					allowed: null,
					at: '2026-11-23T09:00:00.000Z',
				},
			],
		},
	},
	{
		stores: { authored: 'id' },
		indexes: {},
		rows: {
			authored: [
				{
					id: 'w1',
					exercise: { slug: 'local-mine', version: 1, title: 'Mine', tests: '' },
					savedAt: '2026-11-24T09:00:00.000Z',
					deletedAt: null,
					proven: null,
					shared: null,
				},
			],
		},
	},
];

/** Every version before the newest, oldest first. */
export const earlierVersions = releases.map((_, at) => at + 1);

/** Makes a database as that version left it, without any of the app's present code; answers its rows. */
export async function storeVersion(
	name: string,
	version: number,
): Promise<Record<string, object[]>> {
	const parts = releases.slice(0, version);
	const database = await openDB(name, version, {
		upgrade(opened, _from, _to, transaction) {
			for (const { stores, indexes } of parts) {
				for (const [store, keyPath] of Object.entries(stores)) {
					opened.createObjectStore(store, { keyPath });
				}
				for (const [store, [index, path]] of Object.entries(indexes)) {
					transaction.objectStore(store).createIndex(index, path);
				}
			}
		},
	});
	const rows = Object.assign({}, ...parts.map((part) => part.rows)) as Record<string, object[]>;
	for (const [store, list] of Object.entries(rows)) {
		for (const row of list) await database.put(store, row);
	}
	database.close();
	return rows;
}
