import type { FramingPage, Json } from '../driver/page';
import { until } from '../until';
import { pageOf, type Host } from './host';

/** What a page has heard from its frame. */
export type Heard = {
	type: string;
	id: string;
	seq: number;
	re?: number;
	data: Record<string, Json>;
	origin?: string;
};

const verdicts = ['Passed', 'Failed', 'Error', 'Stopped'];

/** A person in front of somebody's page that has an exercise in a frame. */
export class Guest {
	readonly page: FramingPage;
	readonly #site: string;
	readonly #host: Host;

	/** `site` is where the exercises come from. */
	constructor(page: FramingPage, site: string, host: Host) {
		this.page = page;
		this.#site = site;
		this.#host = host;
	}

	/** An iframe as an author writes it. */
	frame(query: string, attributes = ''): string {
		const src = `${this.#site}embed.html#${query.replaceAll('&', '&amp;')}`;
		return `<iframe id="f" title="Exercise" style="width: 100%; height: 500px; border: 0" src="${src}" ${attributes}></iframe>`;
	}

	/** Opens a page with one frame. */
	async visit(query: string, attributes = ''): Promise<void> {
		await this.page.open(this.#host.page(this.frame(query, attributes)));
	}

	/** Opens a page of one's own. */
	async visitPage(body: string): Promise<void> {
		await this.page.open(this.#host.page(body));
	}

	/** Opens the same as a file. */
	async visitFile(body: string, save: (html: string) => string): Promise<void> {
		await this.page.open(save(pageOf(body)));
	}

	/** Calls a function in the frame. */
	inside<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
		return this.page.inside('embed', fn, ...args);
	}

	/** All that can be read in the frame. */
	async text(): Promise<string> {
		return await this.inside(() => document.body.innerText).catch(() => '');
	}

	/** Waits until it can be read. */
	async reads(wanted: RegExp): Promise<string> {
		return await until(
			String(wanted),
			() => this.text(),
			(text) => wanted.test(text),
		);
	}

	/** Paths of the page, the scripts and the styles that the frame has fetched, once nothing more comes. */
	async fetched(): Promise<string[]> {
		const look = () =>
			this.inside(() =>
				performance
					.getEntriesByType('resource')
					.map((entry) => new URL(entry.name).pathname)
					.filter((path) => /\.(js|css)$/.test(path)),
			);
		for (let [before, now] = [-1, await look()]; ; now = await look()) {
			if (now.length === before) return ['/embed.html', ...now];
			before = now.length;
			await new Promise((resolve) => setTimeout(resolve, 1000));
		}
	}

	/** Presses the button of that name. */
	async press(name: string): Promise<void> {
		await until(`the button ${name}`, () => this.inside(clickButton, name).catch(() => false));
	}

	/** Starts the exercise and waits for the editor. */
	async start(): Promise<void> {
		await this.press('Start');
		await this.started();
	}

	async started(): Promise<void> {
		const look = () => this.inside(() => document.querySelector('.cm-content') !== null);
		await until('the editor', () => look().catch(() => false));
	}

	/** Presses Check and answers the verdict. */
	async check(): Promise<string> {
		await this.press('Check');
		return await this.verdict();
	}

	async verdict(): Promise<string> {
		const look = () =>
			this.inside(() => document.querySelector('[aria-label=Results] h2')?.textContent ?? '');
		return await until(
			'a verdict',
			() => look().catch(() => ''),
			(text) => verdicts.includes(text),
		);
	}

	/** Puts a whole program into the editor, as a paste does. */
	async write(code: string): Promise<void> {
		await this.inside((text) => {
			document.querySelector<HTMLElement>('.cm-content')!.focus();
			document.execCommand('selectAll');
			document.execCommand('insertText', false, text);
		}, code);
	}

	/** The program in the editor. */
	async code(): Promise<string> {
		return await this.inside(() =>
			[...document.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
		);
	}

	/** Greets the frame with a port, and waits for its answer. */
	async greet(): Promise<Heard> {
		const site = new URL(this.#site).origin;
		await this.page.evaluate((origin) => {
			const here = window as unknown as { greet(frame: Element, origin: string): void };
			here.greet(document.querySelector('iframe')!, origin);
		}, site);
		return await this.told('ready');
	}

	/** What came to the window. */
	async heard(): Promise<Heard[]> {
		return await this.page.evaluate(() => (window as unknown as { heard: never[] }).heard);
	}

	/** Waits for news of a type over the port; the last of them. */
	async told(type: string, holds: (news: Heard) => boolean = () => true): Promise<Heard> {
		const look = async () => (await this.allTold()).findLast((it) => it.type === type && holds(it));
		return (await until(`news: ${type}`, look))!;
	}

	async allTold(): Promise<Heard[]> {
		return await this.page.evaluate(() => (window as unknown as { told: never[] }).told ?? []);
	}

	/** Calls the frame over the port. */
	async call(type: string, data: Record<string, Json> = {}): Promise<Heard> {
		return await this.page.evaluate(
			(name, what) => {
				const here = window as unknown as { call(type: string, data: Json): Promise<never> };
				return here.call(name, what);
			},
			type,
			data,
		);
	}
}

/** Runs in the frame. */
function clickButton(name: string): boolean {
	const nameOf = (button: Element) => {
		const copy = button.cloneNode(true) as Element;
		for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
		return copy.textContent.trim();
	};
	const found = [...document.querySelectorAll('button, [role=tab]')].find(
		(button) => nameOf(button) === name || nameOf(button).startsWith(`${name} `),
	);
	(found as HTMLElement | undefined)?.click();
	return found !== undefined;
}
