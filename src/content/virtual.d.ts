/** Made by `build/plugin.ts` from `challenges/`. */
declare module 'virtual:challenges' {
	import type { Challenge, ChallengeMeta } from '../core/challenge';
	import type { KindInfo, Topic, Track } from '../core/track';

	/** In the order of `tracks.json`. */
	export const catalogue: ChallengeMeta[];
	export const kinds: KindInfo[];
	export const tracks: Track[];
	export const topics: Topic[];
	/** Null for a slug that is not there; rejects when its chunk cannot be fetched. */
	export function load(slug: string): Promise<Challenge | null>;
}
