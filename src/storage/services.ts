import { revise } from '../core/revision';
import type { Service, ServiceContent } from '../core/service';
import type { Context } from './context';

/** Services that are designed over weeks. */
export class Services {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** A name for a sitting; what is saved within one is one revision. */
	sitting(): string {
		return this.#context.newId();
	}

	get(slug: string): Promise<Service | undefined> {
		return this.#context.engine.read(['services'], (reader) => reader.get('services', slug));
	}

	all(): Promise<Service[]> {
		return this.#context.engine.read(['services'], (reader) => reader.all('services'));
	}

	/** Puts a state on top of those of other sittings. */
	save(slug: string, content: ServiceContent, sitting: string): Promise<Service> {
		return this.#change(slug, (service) => ({
			...service,
			revisions: revise(service.revisions, content, sitting, this.#context.now()),
		}));
	}

	/** Makes it one's own, the one that is kept in sight. */
	choose(slug: string): Promise<Service> {
		const chosenAt = this.#context.now().toISOString();
		return this.#change(slug, (service) => ({ ...service, chosenAt }));
	}

	async #change(slug: string, change: (service: Service) => Service): Promise<Service> {
		const { engine, tabs } = this.#context;
		const service = await engine.write(['services'], async (writer) => {
			const present = await writer.get('services', slug);
			const next = change(present ?? { slug, chosenAt: null, revisions: [] });
			await writer.put('services', next);
			return next;
		});
		tabs.tell({ kind: 'service', slug });
		return service;
	}
}
