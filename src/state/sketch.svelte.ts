import { emptyDiagram, type Diagram } from '../core/diagram';
import { advance, begin, redo, undo, type History } from '../core/history';
import type { Revision } from '../core/revision';
import { same } from '../core/same';
import type { Service, ServiceContent } from '../core/service';
import type { AppStorage } from '../storage/storage';
import { Saver } from './saver';

/** A service as it is described and drawn: every step can be taken back, every sitting is kept. */
export class Sketch {
	#history = $state.raw<History<ServiceContent>>(begin(blank));
	#service = $state.raw<Service | null>(null);
	#saved = $state.raw(true);
	#sitting: string;
	readonly slug: string;
	readonly #storage: AppStorage;
	readonly #saver = new Saver(() => this.#save());

	private constructor(slug: string, name: string, storage: AppStorage, stored?: Service) {
		this.slug = slug;
		this.#storage = storage;
		this.#sitting = storage.services.sitting();
		this.#service = stored ?? null;
		this.#history = begin(stored?.revisions.at(-1)?.content ?? { ...blank, name });
	}

	/** The service as it was left; one that is new has this name. */
	static async open(slug: string, name: string, storage: AppStorage): Promise<Sketch> {
		return new Sketch(slug, name, storage, await storage.services.get(slug));
	}

	get content(): ServiceContent {
		return this.#history.present;
	}
	get diagram(): Diagram {
		return this.#history.present.diagram;
	}
	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}
	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}
	get saved(): boolean {
		return this.#saved;
	}
	/** States of earlier sittings, newest first, apart from the present one. */
	get earlier(): readonly Revision<ServiceContent>[] {
		const revisions = this.#service?.revisions ?? [];
		return revisions.filter(({ content }) => !same(content, this.content)).toReversed();
	}

	/** Changes the picture; a change that changes nothing is none. */
	draw(change: (diagram: Diagram) => Diagram): void {
		const diagram = change(this.diagram);
		if (diagram !== this.diagram) this.#put({ ...this.content, diagram });
	}

	describe(changes: Partial<Pick<ServiceContent, 'name' | 'about'>>): void {
		this.#put({ ...this.content, ...changes });
	}

	undo(): void {
		this.#show(undo(this.#history));
	}

	redo(): void {
		this.#show(redo(this.#history));
	}

	/** Puts an earlier state on top; the present one stays among the earlier. */
	async restore(revision: Revision<ServiceContent>): Promise<void> {
		await this.flush();
		this.#sitting = this.#storage.services.sitting();
		this.#put(revision.content);
		await this.flush();
	}

	/** Resolves when all is saved. */
	flush(): Promise<void> {
		return this.#saver.flush();
	}

	#put(content: ServiceContent): void {
		this.#show(advance(this.#history, content));
	}

	#show(history: History<ServiceContent>): void {
		if (history === this.#history) return;
		this.#history = history;
		this.#saved = false;
		this.#saver.soon();
	}

	async #save(): Promise<void> {
		if (this.#saved) return;
		const sent = this.content;
		this.#service = await this.#storage.services.save(this.slug, sent, this.#sitting);
		if (this.content === sent) this.#saved = true;
	}
}

const blank: ServiceContent = { name: '', about: '', diagram: emptyDiagram };
