/** Chromium's event; not in TypeScript's DOM types. */
type InstallEvent = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> };

/** `prompt`: the browser can ask by itself; the others need the person's own hands. */
export type InstallWay = 'none' | 'prompt' | 'safari-phone' | 'safari-desktop';

/** Ways to install the app. Safari clears what is stored for pages that were not installed. */
export class Install {
	#event = $state.raw<InstallEvent | null>(null);
	#installed = $state.raw(matchMedia('(display-mode: standalone)').matches);

	constructor() {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#event = event as InstallEvent;
		});
		addEventListener('appinstalled', () => {
			this.#installed = true;
			this.#event = null;
		});
	}

	get way(): InstallWay {
		if (this.#installed) return 'none';
		if (this.#event) return 'prompt';
		return safari(navigator.userAgent, navigator.maxTouchPoints);
	}

	async prompt(): Promise<void> {
		await this.#event?.prompt();
		this.#event = null;
	}
}

function safari(agent: string, touchPoints: number): InstallWay {
	if (!/Safari\//.test(agent) || /Chrom|Android|Edg|Firefox/.test(agent)) return 'none';
	if (/iPhone|iPad|iPod/.test(agent)) return 'safari-phone';
	if (!/Macintosh/.test(agent)) return 'none';
	return touchPoints > 1 ? 'safari-phone' : 'safari-desktop';
}
