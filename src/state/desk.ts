import type { Challenge } from '../core/challenge';
import type { ContentError, Result } from '../core/errors';
import { success } from '../core/errors';
import { same } from '../core/same';
import type { AppStorage } from '../storage/storage';
import type { PythonState } from './python.svelte';
import { Workspace } from './workspace.svelte';

type Means = {
	storage: Promise<AppStorage>;
	python: PythonState;
	load(slug: string): Promise<Result<Challenge, ContentError>>;
	/** Asked once somebody has something to lose: after a first pass. */
	persist(): Promise<unknown>;
};

/** The exercises that were opened since the page was loaded; each keeps its undo history. */
export class Desk {
	readonly #open = new Map<string, Workspace>();

	readonly #means: Means;

	constructor(means: Means) {
		this.#means = means;
	}

	/** The workspace of a challenge, as it was left. */
	async open(slug: string): Promise<Result<Workspace, ContentError>> {
		const there = this.#open.get(slug);
		if (there) return success(there);
		const { storage, python, load, persist } = this.#means;
		const loaded = await load(slug);
		if (!loaded.ok) return loaded;
		const workspace = await Workspace.open(loaded.value, await storage, python, () => {
			void persist();
		});
		const earlier = this.#open.get(slug);
		if (earlier) return success(earlier);
		this.#open.set(slug, workspace);
		return success(workspace);
	}

	/** The workspace of an exercise that somebody brings along; what was done with it is found again. */
	async lay(challenge: Challenge): Promise<Workspace> {
		const there = this.#open.get(challenge.slug);
		if (there && same(there.challenge, challenge)) return there;
		await there?.leave();
		const { storage, python, persist } = this.#means;
		const workspace = await Workspace.open(challenge, await storage, python, () => {
			void persist();
		});
		this.#open.set(challenge.slug, workspace);
		return workspace;
	}

	/** Forgets all workspaces, after an import or when everything was erased. */
	clear(): void {
		this.#open.clear();
	}
}
