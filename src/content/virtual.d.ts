/** Made by `build/plugin.ts` from `challenges/`. */
declare module 'virtual:challenges' {
	/** In the order of `tracks.json`. */
	export const catalogue: import('../core/challenge').ChallengeMeta[];
	export const kinds: import('../core/track').KindInfo[];
	export const tracks: import('../core/track').Track[];
	export const topics: import('../core/track').Topic[];
	/** Null for a slug that is not there; rejects when its chunk cannot be fetched. */
	export function load(slug: string): Promise<import('../core/challenge').Challenge | null>;
}

/** Of the same, `load` alone: no list comes with it. */
declare module 'virtual:challenges:load' {
	export function load(slug: string): Promise<import('../core/challenge').Challenge | null>;
}

declare module 'virtual:challenges/costs' {
	/** By title. */
	export const costs: import('../core/cost').CostQuestion[];
}

declare module 'virtual:challenges/answers' {
	/** By topic, then level, then title. */
	export const drills: import('../core/drill').DrillMeta[];
	/** As above. */
	export function load(slug: string): Promise<import('../core/drill').Drill | null>;
}

declare module 'virtual:challenges/interviews' {
	/** By role, then length. */
	export const scenarios: import('../core/interview').ScenarioMeta[];
	/** As above. */
	export function load(slug: string): Promise<import('../core/interview').Scenario | null>;
}

declare module 'virtual:challenges/guide' {
	/** In reading order. */
	export const pages: import('../core/guide').GuideMeta[];
	/** As above. */
	export function load(slug: string): Promise<import('../core/guide').GuidePage | null>;
}

declare module 'virtual:challenges/scenarios' {
	/** By level, then title. */
	export const scenarios: import('../core/scenario').ScenarioMeta[];
	/** As above. */
	export function load(slug: string): Promise<import('../core/scenario').Scenario | null>;
}

declare module 'virtual:challenges/designs' {
	/** In order; the last is about a service of one's own. */
	export const designs: import('../core/design').DesignMeta[];
	/** As above. */
	export function load(slug: string): Promise<import('../core/design').Design | null>;
}
