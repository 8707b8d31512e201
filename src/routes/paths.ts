import type { Component } from 'svelte';
import { wrap } from 'svelte-spa-router/wrap';
import Unreachable from '../ui/Unreachable.svelte';

type Page = { default: Component<{ params?: Record<string, string | null> | null }> };

/** A page fetched when it is first visited; a page that cannot be fetched says so. */
function page(load: () => Promise<object>) {
	return wrap({
		asyncComponent: () => load().catch(() => ({ default: Unreachable })) as Promise<Page>,
	});
}

/** Every path of the app, after the `#`. */
export const routes = {
	'/': page(() => import('./Today.svelte')),
	'/practice': page(() => import('./Practice.svelte')),
	'/practice/:slug': page(() => import('./Exercise.svelte')),
	'/x/:data': page(() => import('./Shared.svelte')),
	'/import': page(() => import('./Import.svelte')),
	'/drills': page(() => import('./Drills.svelte')),
	'/drills/:slug/:answer?': page(() => import('./Drill.svelte')),
	'/plan': page(() => import('./Plan.svelte')),
	'/revise': page(() => import('./Revise.svelte')),
	'/progress': page(() => import('./Progress.svelte')),
	'/interview': page(() => import('./Interviews.svelte')),
	'/interview/:id': page(() => import('./Interview.svelte')),
	'/learn': page(() => import('./Learn.svelte')),
	'/guide': page(() => import('./Guide.svelte')),
	'/guide/:slug': page(() => import('./GuidePage.svelte')),
	'/scenarios': page(() => import('./Scenarios.svelte')),
	'/scenarios/:slug': page(() => import('./Scenario.svelte')),
	'/design': page(() => import('./Designs.svelte')),
	'/design/:slug': page(() => import('./Design.svelte')),
	'/stories': page(() => import('./Stories.svelte')),
	'/stories/:id': page(() => import('./Story.svelte')),
	'/teach': page(() => import('./Teach.svelte')),
	'/teach/embed': page(() => import('./TeachEmbed.svelte')),
	'/teach/exercises': page(() => import('./TeachExercises.svelte')),
	'/teach/exercises/:id': page(() => import('./TeachExercise.svelte')),
	'/teach/inbox': page(() => import('./TeachInbox.svelte')),
	'/embedding': page(() => import('./Embedding.svelte')),
	'/settings': page(() => import('./Settings.svelte')),
	'*': page(() => import('./NotFound.svelte')),
};
