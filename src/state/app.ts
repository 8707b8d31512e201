import { createContext } from 'svelte';
import type { Desk } from './desk';
import type { Help } from '../editor/help';
import type { Drills } from './drills.svelte';
import type { Install } from './install.svelte';
import type { Interviews } from './interviews.svelte';
import type { Library } from './library.svelte';
import type { Look } from './look.svelte';
import type { Assistant } from './model/assistant.svelte';
import type { Own } from './own.svelte';
import type { Offline } from './offline.svelte';
import type { PythonState } from './python.svelte';
import type { Training } from './training';
import type { Studio } from './studio';
import type { Teach } from './teach/teach';
import type { Vault } from './vault.svelte';

/** What the components need that are used in frames on other sites too. */
export type Basics = {
	look: Pick<Look, 'preferences' | 'choose'>;
	python: PythonState;
	offline: Pick<Offline, 'online'>;
};

/** What every page may use. */
export type App = Basics & {
	look: Look;
	offline: Offline;
	vault: Vault;
	install: Install;
	/** Brings the catalogue, which the first paint does not wait for. */
	library(): Promise<Library>;
	desk(): Promise<Desk>;
	/** Brings the exercises from elsewhere. */
	own(): Promise<Own>;
	drills(): Promise<Drills>;
	/** Brings the language model's settings; none is loaded or asked by it. */
	assistant(): Promise<Assistant>;
	/** Brings plan, revision and what was done. */
	training(): Promise<Training>;
	/** Brings what helps in the editor; nothing is fetched for it before it is needed. */
	help(): Promise<Help>;
	interviews(): Promise<Interviews>;
	studio(): Promise<Studio>;
	/** Brings one's own exercises, and what was handed in. */
	teach(): Promise<Teach>;
};

const [useBasics, provideBasics] = createContext<Basics>();
const [useApp, provideWhole] = createContext<App>();
export { provideBasics, useApp, useBasics };

export function provideApp(app: App): void {
	provideBasics(app);
	provideWhole(app);
}
