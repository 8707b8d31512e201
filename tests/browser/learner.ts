import type { Attempt } from '../../src/core/attempt';
import type { Draft } from '../../src/core/draft';
import type { Json, Page } from './driver/page';
import { until } from './until';

const verdicts = ['Passed', 'Failed', 'Error', 'Stopped'];
const endings =
	/Finished in|Ended by an error|Stopped by you|Out of time|Python went down|Python could not/;

/** A person at a page: does what a person does, and reads what a person reads. */
export class Learner {
	readonly page: Page;
	readonly #address: string;

	/** `address` is where the site is served. */
	constructor(page: Page, address: string) {
		this.page = page;
		this.#address = address;
	}

	/** Goes to a path such as `#/practice`. */
	async visit(path: string): Promise<void> {
		await this.page.open(this.#address + path);
	}

	/** Goes to an exercise and waits until it can be worked on. */
	async open(slug: string): Promise<void> {
		const path = `#/practice/${slug}`;
		// The exercise that is there stays until the next one has come.
		await this.page.evaluate((wanted) => {
			if (location.hash !== wanted)
				document.querySelector('.cm-content')?.setAttribute('data-before', '');
		}, path);
		await this.visit(path);
		const gone = () =>
			this.page.evaluate(() => document.querySelector('.cm-content[data-before]') === null);
		await until('the exercise', gone);
		await this.ready();
	}

	/** Waits until Python is ready and, on an exercise, the editor is there. */
	async ready(): Promise<void> {
		await until('the editor', () => this.page.text('textbox', 'Code editor'), isHere);
		await this.python('ready');
	}

	/** Waits for a word in Python's status. */
	async python(word: string, seconds?: number): Promise<void> {
		const look = () => this.page.text('status', 'Python');
		await until(`Python: ${word}`, look, (text) => text?.includes(word) ?? false, seconds);
	}

	/** Waits until the page says that it works without a network. */
	async readyOffline(): Promise<void> {
		const look = () => this.page.evaluate(() => document.querySelector('header')?.innerText ?? '');
		await until('an offline copy', look, (text) => text.includes('Ready offline'), 90);
	}

	/** Replaces all text in the editor. */
	async write(code: string): Promise<void> {
		await this.page.focus('Code editor');
		await this.page.press('Control+a');
		await this.page.insert(code);
	}

	/** Presses Check and answers the verdict's heading. */
	async check(code?: string): Promise<string> {
		if (code !== undefined) await this.write(code);
		await this.page.click('button', 'Check');
		return await this.verdict();
	}

	/** Waits for a verdict. */
	async verdict(): Promise<string> {
		const look = () => this.page.heading('Results');
		return (await until('a verdict', look, (text) => verdicts.includes(text ?? '')))!;
	}

	/** Presses Run and answers all that the output shows in the end. */
	async run(code?: string): Promise<string> {
		if (code !== undefined) await this.write(code);
		await this.page.click('button', 'Run');
		return await until(
			'an end',
			() => this.output(),
			(text) => endings.test(text),
		);
	}

	async results(): Promise<string> {
		return (await this.page.text('region', 'Results')) ?? '';
	}

	async output(): Promise<string> {
		return (await this.page.text('region', 'Output')) ?? '';
	}

	/** What is stored of one exercise, once `count` attempts are. */
	async attempts(slug: string, count: number): Promise<Attempt[]> {
		const look = () => this.stored<Attempt>('attempts', slug);
		const found = await until(`${count} attempts`, look, ({ length }) => length >= count);
		return found.sort((one, two) => (one.at < two.at ? -1 : 1));
	}

	/** Waits until the stored text of an exercise is this one. */
	async saved(slug: string, code: string): Promise<void> {
		const look = async () => (await this.stored<Draft>('drafts', slug)).map((row) => row.code);
		await until('the saved draft', look, (codes) => codes.includes(code));
	}

	/** Rows of one of the app's stores, as the browser has them. */
	async stored<T>(store: string, slug: string | null = null): Promise<T[]> {
		const look = () => this.page.evaluate(readStore, store);
		const rows = (await until('the database', look, isHere))!;
		return (slug === null ? rows : rows.filter((row) => row.slug === slug)) as T[];
	}
}

function isHere(seen: unknown): boolean {
	return seen !== null;
}

/** Runs in the page; null while the app has not made its database. */
function readStore(store: string): Promise<{ [key: string]: Json }[] | null> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('dry-run');
		opening.onupgradeneeded = () => opening.transaction!.abort();
		opening.onerror = () => {
			if (opening.error?.name === 'AbortError') resolve(null);
			else reject(opening.error);
		};
		opening.onsuccess = () => {
			const database = opening.result;
			const asking = database.transaction(store).objectStore(store).getAll();
			asking.onerror = () => reject(asking.error);
			asking.onsuccess = () => {
				database.close();
				resolve(asking.result);
			};
		};
	});
}
