import { defaults, settle, type Preferences } from '../../core/preferences';

/** How one frame shows things: what its address asks for; changes last as long as the frame. */
export class FrameLook {
	#chosen = $state.raw<Preferences>(defaults);

	/** `font`: pixels of the code, null for the usual. */
	constructor(font: number | null) {
		const editorFontSize = font ?? defaults.editorFontSize;
		this.#chosen = settle({ editorFontSize });
		document.documentElement.style.setProperty('--code', `${editorFontSize / 16}rem`);
	}

	get preferences(): Preferences {
		return this.#chosen;
	}

	async choose(changes: Partial<Preferences>): Promise<void> {
		this.#chosen = settle({ ...this.#chosen, ...changes });
	}
}
