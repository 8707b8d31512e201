import type { Diagram } from './diagram';
import { mergeRevisions, type Revision } from './revision';

/** A service as its owner describes and draws it. */
export type ServiceContent = { name: string; about: string; diagram: Diagram };

/** A service that is worked on over weeks, by the slug of its discussion. */
export type Service = {
	slug: string;
	/** When it was chosen as one's own; ISO 8601, UTC. The latest is the one. */
	chosenAt: string | null;
	/** Oldest first; the last is the service. */
	revisions: Revision<ServiceContent>[];
};

/** The service that was chosen last; null when none was. */
export function chosenOf(services: readonly Service[]): Service | null {
	let chosen: Service | null = null;
	for (const service of services) {
		if (service.chosenAt === null) continue;
		if (!chosen?.chosenAt || Date.parse(service.chosenAt) > Date.parse(chosen.chosenAt)) {
			chosen = service;
		}
	}
	return chosen;
}

/** Joins two copies; no sitting is lost. */
export function mergeServices(ours: Service, theirs: Service): Service {
	const times = [ours.chosenAt, theirs.chosenAt].filter((time) => time !== null);
	return {
		slug: ours.slug,
		chosenAt: times.sort().at(-1) ?? null,
		revisions: mergeRevisions(ours.revisions, theirs.revisions),
	};
}
