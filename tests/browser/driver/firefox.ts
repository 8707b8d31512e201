import puppeteer, {
	type Browser as Host,
	type ElementHandle,
	type KeyInput,
	type Page as Tab,
} from 'puppeteer-core';
import {
	call,
	selectors,
	type FramingBrowser,
	type FramingPage,
	type Json,
	type Role,
	type StartOptions,
} from './page';

export const firefoxPath = process.env.FIREFOX_PATH;

/** Firefox, driven over WebDriver BiDi. */
export async function startFirefox({ bare = false }: StartOptions = {}): Promise<FramingBrowser> {
	const host = await puppeteer.launch({
		browser: 'firefox',
		executablePath: firefoxPath,
		extraPrefsFirefox: {
			'dom.serviceWorkers.enabled': !bare,
			// It asks cache and network in a race, which a site on loopback wins now and then.
			'network.http.rcwn.enabled': false,
		},
	});
	return {
		page: async () => new FirefoxPage(host, await (await host.createBrowserContext()).newPage()),
		close: () => host.close(),
	};
}

class FirefoxPage implements FramingPage {
	readonly engine = 'Firefox';
	readonly #host: Host;
	readonly #tab: Tab;

	constructor(host: Host, tab: Tab) {
		this.#host = host;
		this.#tab = tab;
	}

	async open(address: string): Promise<void> {
		await this.#tab.goto(address);
	}

	async reload(): Promise<void> {
		await this.#tab.reload();
	}

	async evaluate<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
		return (await this.#tab.evaluate(call(fn, args))) as T;
	}

	async inside<A extends Json[], T>(
		address: string,
		fn: (...args: A) => T | Promise<T>,
		...args: A
	): Promise<T> {
		const frame = this.#tab.frames().find((one) => one.url().includes(address));
		if (!frame) throw new Error(`There is no frame of ${address}.`);
		return (await frame.evaluate(call(fn, args))) as T;
	}

	async click(role: Role, name: string): Promise<void> {
		await (await this.#get(role, name)).click();
	}

	async focus(name: string): Promise<void> {
		await (await this.#get('textbox', name)).focus();
	}

	async press(chord: string): Promise<void> {
		const keys = chord.split('+') as KeyInput[];
		const last = keys.pop()!;
		for (const key of keys) await this.#tab.keyboard.down(key);
		await this.#tab.keyboard.press(last);
		for (const key of keys.reverse()) await this.#tab.keyboard.up(key);
	}

	async insert(text: string): Promise<void> {
		await this.evaluate((piece) => document.execCommand('insertText', false, piece), text);
	}

	async text(role: Role, name: string): Promise<string | null> {
		return await read(await this.#find(role, name));
	}

	async heading(region: string): Promise<string | null> {
		const found = await this.#find('region', region);
		return await read((await found?.$('h1, h2, h3')) ?? null);
	}

	async unplug(): Promise<void> {
		await this.#tab.setOfflineMode(true);
	}

	async screenshot(): Promise<Uint8Array> {
		return await this.#tab.screenshot();
	}

	async close(): Promise<void> {
		await this.#tab.browserContext().close();
	}

	async #get(role: Role, name: string): Promise<ElementHandle> {
		const found = await this.#find(role, name);
		if (!found) throw new Error(`There is no ${role} “${name}”.`);
		return found;
	}

	async #find(role: Role, name: string): Promise<ElementHandle | null> {
		const found = await this.#tab.evaluateHandle(findNamed, selectors[role], name);
		return found.asElement() as ElementHandle | null;
	}
}

/**
 * Runs in the page. The driver's own search by role and name takes a second, in which the page stands
 * still; the full rules for names are followed where the same tests run in the other engines.
 */
function findNamed(selector: string, name: string): Element | null {
	const byText = (element: Element): string => {
		const copy = element.cloneNode(true) as Element;
		for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
		return copy.textContent;
	};
	const nameOf = (element: Element): string => {
		const by = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
		const label = by ?? (element as HTMLInputElement).labels?.[0];
		return element.getAttribute('aria-label') ?? byText(label ?? element);
	};
	for (const element of document.querySelectorAll(selector))
		if (element.checkVisibility() && nameOf(element).trim() === name) return element;
	return null;
}

async function read(element: ElementHandle | null): Promise<string | null> {
	return element && (await element.evaluate((found) => (found as HTMLElement).innerText));
}
