import { interviewWork } from '../coach/interview/work';
import type { SessionChoice } from '../coach/syllabus';
import type { Challenge } from '../core/challenge';
import { localDay } from '../core/day';
import { failure, success, type ContentError, type Result } from '../core/errors';
import type { Scenario, ScenarioMeta } from '../core/interview';
import type { Aspect } from '../core/report';
import type { Mode, Session } from '../core/session';
import type { SessionWork } from '../core/work';
import { resultOf } from '../coach/interview/debrief';
import { follow } from '../coach/interview/follow';
import type { AppStorage } from '../storage/storage';
import { Room, type RoomMeans } from './room.svelte';

type Means = Omit<RoomMeans, 'storage'> & {
	storage: Promise<AppStorage>;
	scenarios: readonly ScenarioMeta[];
	loadScenario(slug: string): Promise<Result<Scenario, ContentError>>;
	loadChallenge(slug: string): Promise<Result<Challenge, ContentError>>;
};

/** The scenarios, and every interview that was held. */
export class Interviews {
	#sessions = $state.raw<readonly Session[]>([]);
	readonly #rooms = new Map<string, Room>();
	readonly #means: Means;

	constructor(means: Means) {
		this.#means = means;
		void this.#follow();
	}

	get scenarios(): readonly ScenarioMeta[] {
		return this.#means.scenarios;
	}
	/** Newest first. */
	get sessions(): readonly Session[] {
		return this.#sessions;
	}
	/** The newest that is not over. */
	get running(): Session | null {
		return this.#sessions.find(({ result }) => result === null) ?? null;
	}
	get over(): readonly Session[] {
		return this.#sessions.filter(({ result }) => result !== null);
	}

	/** Interviews that are over, as work that was done. */
	async works(): Promise<SessionWork[]> {
		const { sessions } = await this.#means.storage;
		const dayOf = (iso: string) => localDay(new Date(iso));
		return (await sessions.all()).flatMap((session) => interviewWork(session, dayOf) ?? []);
	}

	/** What a plan can be filled with. */
	get choices(): SessionChoice[] {
		return this.scenarios.map(({ slug, title, minutes, role }) => ({
			slug,
			title,
			minutes,
			roles: [role],
		}));
	}

	/** Makes a revision card of an aspect that failed. */
	async revise(slug: string, aspect: Aspect, says: string): Promise<void> {
		await (await this.#means.storage).cards.want({ kind: 'aspect', slug, aspect }, says);
	}

	load(slug: string): Promise<Result<Scenario, ContentError>> {
		return this.#means.loadScenario(slug);
	}

	/** Begins an interview now; answers its id. */
	async begin(slug: string, mode: Mode): Promise<Result<string, ContentError>> {
		const loaded = await this.#means.loadScenario(slug);
		if (!loaded.ok) return loaded;
		const challenge = await this.#means.loadChallenge(loaded.value.challenge);
		if (!challenge.ok) return challenge;
		const storage = await this.#means.storage;
		const { version, starter } = challenge.value;
		const session = await storage.sessions.begin({
			mode,
			scenario: loaded.value,
			version,
			starter,
		});
		await this.refresh();
		return success(session.id);
	}

	/** The room of an interview, as it was left. */
	async open(id: string): Promise<Result<Room, ContentError>> {
		const there = this.#rooms.get(id);
		if (there) return success(there);
		const storage = await this.#means.storage;
		const session = await storage.sessions.get(id);
		if (!session) return failure({ kind: 'unknown', slug: id, what: 'interview' });
		const challenge = await this.#means.loadChallenge(session.scenario.challenge);
		if (!challenge.ok) return challenge;
		const room = await Room.open(session, challenge.value, { ...this.#means, storage });
		this.#rooms.set(id, room);
		return success(room);
	}

	/** Drops an interview for good. */
	async remove(id: string): Promise<void> {
		this.#rooms.delete(id);
		await (await this.#means.storage).sessions.remove(id);
		await this.refresh();
	}

	/** Reads all interviews anew. One whose time ran out while nobody looked is concluded. */
	async refresh(): Promise<void> {
		const { sessions } = await this.#means.storage;
		const all = await sessions.all();
		for (const [index, session] of all.entries()) {
			if (session.result || this.#rooms.has(session.id)) continue;
			const wall = this.#means.now() - Date.parse(session.startedAt);
			const result = resultOf(follow(session, await sessions.moments(session.id), wall));
			if (result) all[index] = (await sessions.conclude(session.id, result)) ?? session;
		}
		this.#sessions = all.toReversed();
	}

	/** Forgets all rooms, after an import or when everything was erased. */
	clear(): void {
		this.#rooms.clear();
		void this.refresh();
	}

	async #follow(): Promise<void> {
		const storage = await this.#means.storage;
		storage.subscribe((change) => {
			if (change.kind === 'session' || change.kind === 'everything') void this.refresh();
		});
	}
}
