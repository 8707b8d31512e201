import type { OutData } from '../messages';
import type { Embed, Options, Part } from './types';

const texts = [
	'site',
	'exercise',
	'pack',
	'inline',
	'load',
	'theme',
	'accent',
	'font',
	'lang',
	'show',
	'hide',
	'layout',
	'ratio',
	'readonly',
	'code',
	'mode',
	'height',
	'state',
	'id',
	'title',
] as const;
const news: (keyof OutData)[] = [
	'ready',
	'resize',
	'run.start',
	'run.end',
	'change',
	'result',
	'state',
	'error',
];

/** Makes `<dry-run>` known, unless it is already. */
export function define(mount: (element: Element, options: Options) => Embed) {
	class DryRunElement extends HTMLElement {
		static observedAttributes = texts;
		#embed: Embed | null = null;
		#again = false;

		get embed(): Embed | null {
			return this.#embed;
		}

		connectedCallback(): void {
			this.style.display ||= 'block';
			const embed = (this.#embed = mount(this, optionsOf(this)));
			for (const type of news) {
				embed.on(type, (detail) => this.dispatchEvent(new CustomEvent(type, { detail })));
			}
		}

		disconnectedCallback(): void {
			this.#embed?.remove();
			this.#embed = null;
		}

		/** A theme is changed in place; everything else is another frame. */
		attributeChangedCallback(name: string, before: string | null, after: string | null): void {
			if (!this.#embed || before === after) return;
			if (name === 'theme' || name === 'accent') {
				const { theme = 'auto', accent } = optionsOf(this);
				this.#embed.setTheme(theme, accent).catch(() => {});
			} else if (!this.#again) {
				this.#again = true;
				queueMicrotask(() => {
					this.#again = false;
					if (!this.isConnected) return;
					this.disconnectedCallback();
					this.connectedCallback();
				});
			}
		}
	}
	if (!customElements.get('dry-run')) customElements.define('dry-run', DryRunElement);
	return DryRunElement;
}

function optionsOf(element: HTMLElement): Options {
	const given: Record<string, string | number | boolean | readonly Part[]> = {};
	for (const name of texts) {
		const text = element.getAttribute(name);
		if (text === null || (text === '' && name !== 'readonly')) continue;
		if (name === 'readonly') given[name] = text === '' ? true : text;
		else if (name === 'height' && /^\d+$/.test(text)) given[name] = Number(text);
		else given[name] = text;
	}
	return given as Options;
}
