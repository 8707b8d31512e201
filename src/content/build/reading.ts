import type { DesignMeta, Design } from '../../core/design';
import { levels } from '../../core/drill';
import type { ScenarioMeta, Scenario } from '../../core/scenario';
import { readDesigns } from '../designfolder';
import { readGuidePage } from '../guidepage';
import { readScenario } from '../scenario';
import { readTexts } from '../texts';
import type { Shelf } from './shelf';

/** `virtual:challenges/guide`: pages in reading order. */
export const guide: Shelf = {
	entry: 'virtual:challenges/guide',
	async read(directory) {
		const { items, problems } = await readTexts(directory, 'guide', '.md', readGuidePage);
		const pages = items.sort((one, two) => one.order - two.order).map(({ page }) => page);
		const metas = pages.map(({ slug, title, summary }) => ({ slug, title, summary }));
		return {
			lists: { pages: metas },
			items: new Map(pages.map((page) => [page.slug, page])),
			problems,
		};
	},
};

/** `virtual:challenges/scenarios`: decisions with consequences. */
export const scenarios: Shelf = {
	entry: 'virtual:challenges/scenarios',
	async read(directory) {
		const { items, problems } = await readTexts(directory, 'scenarios', '.json', readScenario);
		items.sort(
			(one, two) =>
				levels.indexOf(one.level) - levels.indexOf(two.level) ||
				one.title.localeCompare(two.title, 'en'),
		);
		return {
			lists: { scenarios: items.map(scenarioMeta) },
			items: new Map(items.map((item) => [item.slug, item])),
			problems,
		};
	},
};

/** `virtual:challenges/designs`: staged discussions of a service. */
export const designs: Shelf = {
	entry: 'virtual:challenges/designs',
	async read(directory) {
		const { designs: all, problems } = await readDesigns(directory);
		return {
			lists: { designs: all.map(designMeta) },
			items: new Map(all.map((design) => [design.slug, design])),
			problems,
		};
	},
};

function scenarioMeta(scenario: Scenario): ScenarioMeta {
	const { slug, title, summary, level, roles, topics, minutes } = scenario;
	return { slug, title, summary, level, roles, topics, minutes };
}

function designMeta({ slug, title, summary, level, roles, minutes }: Design): DesignMeta {
	return { slug, title, summary, level, roles, minutes };
}
