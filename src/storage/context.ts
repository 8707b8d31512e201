import type { ResilientEngine } from './resilient';
import type { Tabs } from './tabs';

/** What every store works with. */
export type Context = {
	engine: ResilientEngine;
	tabs: Tabs;
	/** The id of this page load. */
	tab: string;
	now: () => Date;
	newId: () => string;
};
