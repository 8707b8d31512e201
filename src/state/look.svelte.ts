import { type Preferences, defaults, settle } from '../core/preferences';
import type { AppStorage } from '../storage/storage';

const mirror = 'dry-run:look';

/**
 * The preferences, applied to the document as attributes and custom properties. A copy of what the
 * first paint needs is kept in `localStorage`, which `index.html` reads before any script arrives.
 */
export class Look {
	#chosen = $state.raw<Preferences>(defaults);
	readonly #storage: Promise<AppStorage>;

	constructor(storage: Promise<AppStorage>) {
		this.#storage = storage;
		this.#chosen = settle(readMirror());
		void this.#follow();
	}

	get preferences(): Preferences {
		return this.#chosen;
	}

	/** Changes some preferences, at once on screen and then in storage. */
	async choose(changes: Partial<Preferences>): Promise<void> {
		this.#show(settle({ ...this.#chosen, ...changes }));
		const storage = await this.#storage;
		await storage.preferences.set(changes);
	}

	/** Light to dark to light, starting from what is seen now. */
	async toggle(): Promise<void> {
		await this.choose({ theme: this.#dark() ? 'light' : 'dark' });
	}

	#dark(): boolean {
		if (this.#chosen.theme !== 'auto') return this.#chosen.theme === 'dark';
		return matchMedia('(prefers-color-scheme: dark)').matches;
	}

	/** Reads the stored preferences again. */
	async reload(): Promise<void> {
		const storage = await this.#storage;
		this.#show(await storage.preferences.get());
	}

	async #follow(): Promise<void> {
		const storage = await this.#storage;
		storage.subscribe((change) => {
			if (change.kind === 'preferences' || change.kind === 'everything') void this.reload();
		});
		await this.reload();
	}

	#show(preferences: Preferences): void {
		this.#chosen = preferences;
		const { theme, motion, editorFontSize } = preferences;
		const root = document.documentElement;
		setOrDrop(root, 'theme', theme === 'auto' ? null : theme);
		setOrDrop(root, 'motion', motion === 'auto' ? null : motion);
		root.style.setProperty('--code', `${editorFontSize / 16}rem`);
		try {
			localStorage.setItem(mirror, JSON.stringify({ theme, motion, editorFontSize }));
		} catch {
			// Without it, the next load shows the system's look for a moment.
		}
	}
}

function setOrDrop(root: HTMLElement, name: string, value: string | null): void {
	if (value === null) delete root.dataset[name];
	else root.dataset[name] = value;
}

function readMirror(): Partial<Preferences> {
	try {
		const { theme, motion, editorFontSize } = JSON.parse(
			localStorage.getItem(mirror) ?? '{}',
		) as Partial<Preferences>;
		return {
			...(theme && { theme }),
			...(motion && { motion }),
			...(editorFontSize && { editorFontSize }),
		};
	} catch {
		return {};
	}
}
