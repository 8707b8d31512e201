import { stateOf, type ChallengeState, type Progress } from '../core/catalogue';
import { Answers } from './answers';
import { Attempts } from './attempts';
import { AuthoredStore } from './authored';
import { Backup } from './backup/backup';
import { Cards } from './cards';
import type { Context } from './context';
import { Decisions } from './decisions';
import { Discussions } from './discussions';
import { Drafts } from './drafts';
import { Events } from './events';
import { Exercises } from './exercises';
import { newId } from './identity';
import { merge } from './merge';
import { Models } from './models';
import { Notes } from './notes';
import { Plans } from './plans';
import { PreferenceStore } from './preferences';
import { ResilientEngine, type Health } from './resilient';
import { Reviews } from './reviews';
import { storeNames } from './schema';
import { Sessions } from './sessions';
import { Services } from './services';
import { Sittings } from './sittings';
import { Stories } from './stories';
import { joinTabs, type StorageChange } from './tabs';
import { TermsStore } from './terms';

export type StorageOptions = {
	/** Name of the database; deployments that share an origin can be told apart by it. */
	name?: string;
	/** Goes into backups. */
	appVersion?: string;
	/** The id of this page load. */
	tab?: string;
	now?: () => Date;
	/** Whether nothing is to be kept beyond the page. */
	memory?: boolean;
	/** How long another tab may block the opening before work goes on in memory; milliseconds. */
	patience?: number;
};

/** Opens what is stored. Never rejects: without a usable database it works in memory and says so. */
export async function openStorage(options: StorageOptions = {}): Promise<AppStorage> {
	const { name = 'dry-run', tab = newId(), now = () => new Date() } = options;
	const { patience = 4000, memory = false } = options;
	const engine = await ResilientEngine.open({
		name,
		patience,
		memory,
		merge: (writer, gathered) =>
			merge(writer, gathered, { reason: 'conflict', tab: null, now: now(), newId }),
	});
	const context = { engine, tabs: joinTabs(memory ? tab : name), tab, now, newId };
	return new AppStorage(context, options.appVersion ?? 'unknown');
}

/** All stores of the app. Give them plain values, not reactive ones. */
export class AppStorage {
	readonly drafts: Drafts;
	readonly attempts: Attempts;
	readonly preferences: PreferenceStore;
	readonly notes: Notes;
	readonly events: Events;
	readonly answers: Answers;
	readonly sittings: Sittings;
	readonly cards: Cards;
	readonly reviews: Reviews;
	readonly plans: Plans;
	readonly sessions: Sessions;
	readonly decisions: Decisions;
	readonly discussions: Discussions;
	readonly services: Services;
	readonly stories: Stories;
	readonly terms: TermsStore;
	readonly authored: AuthoredStore;
	readonly models: Models;
	readonly exercises: Exercises;
	readonly backup: Backup;
	readonly #context: Context;

	constructor(context: Context, appVersion: string) {
		this.#context = context;
		this.drafts = new Drafts(context);
		this.attempts = new Attempts(context);
		this.preferences = new PreferenceStore(context);
		this.notes = new Notes(context);
		this.events = new Events(context);
		this.answers = new Answers(context);
		this.sittings = new Sittings(context);
		this.cards = new Cards(context);
		this.reviews = new Reviews(context);
		this.plans = new Plans(context);
		this.sessions = new Sessions(context);
		this.decisions = new Decisions(context);
		this.discussions = new Discussions(context);
		this.services = new Services(context);
		this.stories = new Stories(context);
		this.terms = new TermsStore(context);
		this.authored = new AuthoredStore(context);
		this.models = new Models(context);
		this.exercises = new Exercises(context);
		this.backup = new Backup(context, appVersion);
	}

	/** The id of this page load. */
	get tab(): string {
		return this.#context.tab;
	}

	get health(): Health {
		return this.#context.engine.health;
	}

	/** Calls at once, then on each change; returns the way out. */
	onHealth(listener: (health: Health) => void): () => void {
		return this.#context.engine.onHealth(listener);
	}

	/** Calls for what other tabs write; returns the way out. */
	subscribe(listener: (change: StorageChange) => void): () => void {
		return this.#context.tabs.subscribe(listener);
	}

	/** Goes back to the browser's database when it can be had, with all that was done in memory. */
	async retry(): Promise<Health> {
		const before = this.health.durable;
		const health = await this.#context.engine.retry();
		if (!before && health.durable) this.#context.tabs.tell({ kind: 'everything' });
		return health;
	}

	/** How far each challenge is; one that was never touched is missing. */
	async progress(): Promise<Map<string, ChallengeState>> {
		const [results, drafts] = await this.#context.engine.read(
			['attempts', 'drafts'],
			async (reader) => [await reader.keys('attempts', 'by-result'), await reader.all('drafts')],
		);
		const known = new Map<string, Progress>();
		for (const { slug } of drafts) known.set(slug, { verdicts: [], drafted: true });
		for (const [slug, verdict] of results) {
			const { verdicts, drafted } = known.get(slug) ?? { verdicts: [], drafted: false };
			known.set(slug, { verdicts: [...verdicts, verdict], drafted });
		}
		return new Map([...known].map(([slug, progress]) => [slug, stateOf(progress)]));
	}

	/** Deletes everything for good. */
	async erase(): Promise<void> {
		await this.#context.engine.write(storeNames, async (writer) => {
			for (const store of storeNames) await writer.clear(store);
		});
		this.#context.tabs.tell({ kind: 'everything' });
	}

	close(): void {
		this.#context.engine.close();
		this.#context.tabs.close();
	}
}
