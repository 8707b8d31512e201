import {
	chromium,
	type Browser as Host,
	type BrowserContext,
	type Page as Tab,
} from 'playwright-core';
import {
	call,
	type FramingBrowser,
	type FramingPage,
	type Json,
	type Role,
	type StartOptions,
} from './page';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

export type ContextOptions = Parameters<Host['newContext']>[0];

/** Chromium, driven over its own protocol. */
export async function startChromium({
	bare = false,
	partitioned = false,
}: StartOptions = {}): Promise<Chromium> {
	const executablePath = process.env.CHROME_PATH;
	if (!executablePath) throw new Error('CHROME_PATH does not say where Chromium is.');
	// The last of its kind holds: the driver's own list has storage partitioning in it.
	const args = partitioned ? [...flags, '--disable-features=Translate'] : flags;
	return new Chromium(await chromium.launch({ executablePath, args }), bare);
}

/** A browser that keeps its cache in a folder, with storage for frames of other sites. */
export async function startProfile(folder: string): Promise<BrowserContext> {
	const args = [...flags, '--disable-features=Translate'];
	const executablePath = process.env.CHROME_PATH;
	const options = { executablePath, args, serviceWorkers: 'block' as const };
	return await chromium.launchPersistentContext(folder, options);
}

export class Chromium implements FramingBrowser {
	readonly #host: Host;
	readonly #bare: boolean;
	/** What went wrong in the pages themselves. */
	readonly #errors: string[] = [];

	constructor(host: Host, bare: boolean) {
		this.#host = host;
		this.#bare = bare;
	}

	/** A page with a storage of its own. */
	async page(options?: ContextOptions): Promise<ChromiumPage> {
		const serviceWorkers = this.#bare ? 'block' : 'allow';
		return await this.tab(await this.#host.newContext({ serviceWorkers, ...options }));
	}

	/** A page that shares its storage with the others of the context. */
	async tab(context: BrowserContext): Promise<ChromiumPage> {
		const tab = await context.newPage();
		tab.on('pageerror', (error) => this.#errors.push(error.stack ?? error.message));
		return new ChromiumPage(tab);
	}

	/** Throws when a page had an error that nobody caught. */
	async close(): Promise<void> {
		await this.#host.close();
		if (this.#errors.length > 0) throw new Error(`Uncaught in a page: ${this.#errors.join('\n')}`);
	}
}

export class ChromiumPage implements FramingPage {
	readonly engine = 'Chromium';
	/** For what only this engine's driver can do. */
	readonly tab: Tab;

	constructor(tab: Tab) {
		this.tab = tab;
	}

	get context(): BrowserContext {
		return this.tab.context();
	}

	async open(address: string): Promise<void> {
		await this.tab.goto(address);
	}

	async reload(): Promise<void> {
		await this.tab.reload();
	}

	async evaluate<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
		return await this.tab.evaluate(call(fn, args));
	}

	async inside<A extends Json[], T>(
		address: string,
		fn: (...args: A) => T | Promise<T>,
		...args: A
	): Promise<T> {
		const frame = this.tab.frames().find((one) => one.url().includes(address));
		if (!frame) throw new Error(`There is no frame of ${address}.`);
		return await frame.evaluate(call(fn, args));
	}

	async click(role: Role, name: string): Promise<void> {
		await this.tab.getByRole(role, { name, exact: true }).click();
	}

	async focus(name: string): Promise<void> {
		await this.tab.getByRole('textbox', { name, exact: true }).focus();
	}

	async press(chord: string): Promise<void> {
		await this.tab.keyboard.press(chord);
	}

	async insert(text: string): Promise<void> {
		await this.tab.keyboard.insertText(text);
	}

	async text(role: Role, name: string): Promise<string | null> {
		const found = this.tab.getByRole(role, { name, exact: true });
		return (await found.allInnerTexts())[0] ?? null;
	}

	async heading(region: string): Promise<string | null> {
		const found = this.tab.getByRole('region', { name: region, exact: true }).getByRole('heading');
		return (await found.allInnerTexts())[0] ?? null;
	}

	async unplug(): Promise<void> {
		await this.context.setOffline(true);
	}

	async screenshot(): Promise<Uint8Array> {
		return await this.tab.screenshot();
	}

	async close(): Promise<void> {
		await this.context.close();
	}
}
