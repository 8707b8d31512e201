export type Pane = 'prompt' | 'code' | 'result';

/** The three panes of a narrow screen: which one is seen, and the way to another. */
export class Swipe {
	#seen = $state.raw<Pane>('prompt');
	#box: HTMLElement | null = null;

	get seen(): Pane {
		return this.#seen;
	}

	/** Attachment for the scrolling box; its panes carry `data-pane`. */
	readonly follow = (box: HTMLElement): (() => void) => {
		this.#box = box;
		const look = () => {
			const index = Math.round(box.scrollLeft / Math.max(1, box.clientWidth));
			const pane = this.#panes()[index]?.dataset['pane'];
			if (pane) this.#seen = pane as Pane;
		};
		box.addEventListener('scroll', look, { passive: true });
		return () => {
			box.removeEventListener('scroll', look);
			this.#box = null;
		};
	};

	/** Scrolls to a pane; does nothing where all three are in sight. */
	to(pane: Pane): void {
		const box = this.#box;
		if (!box || box.scrollWidth <= box.clientWidth + 1) return;
		const index = this.#panes().findIndex((element) => element.dataset['pane'] === pane);
		box.scrollTo({ left: index * box.clientWidth });
		this.#seen = pane;
	}

	#panes(): HTMLElement[] {
		return [...(this.#box?.querySelectorAll<HTMLElement>(':scope > [data-pane]') ?? [])];
	}
}
