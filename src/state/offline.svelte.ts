import type { Coverage, CoverageRequest } from '../core/offline';

/** What the service worker's registrar reports; `accept` switches to the waiting version. */
export type Registrar = (events: {
	onNeedRefresh(): void;
	onNeedReload(): void;
	onRegisteredSW(url: string, registration: ServiceWorkerRegistration | undefined): void;
	onRegisterError(): void;
}) => (reload?: boolean) => Promise<void>;

/** `unsupported`: no service worker here, or it was refused. */
export type OfflineStatus =
	| { kind: 'unknown' }
	| { kind: 'unsupported' }
	| { kind: 'keeping'; bytesKept: number; bytes: number }
	| { kind: 'ready'; bytes: number };

/** `switched`: another tab has taken the new version; this one runs on until it is reloaded. */
export type Update = 'none' | 'offered' | 'switched';

const hour = 3_600_000;

/** Whether the app works without a network, and whether a newer one is waiting. */
export class Offline {
	#status = $state.raw<OfflineStatus>({ kind: 'unknown' });
	#online = $state.raw(navigator.onLine);
	#update = $state.raw<Update>('none');
	#accepted = false;
	#accept: ((reload?: boolean) => Promise<void>) | null = null;
	#started = false;
	readonly #register: () => Promise<Registrar>;

	constructor(register: () => Promise<Registrar>) {
		this.#register = register;
		const look = () => {
			this.#online = navigator.onLine;
		};
		addEventListener('online', look);
		addEventListener('offline', look);
	}

	get status(): OfflineStatus {
		return this.#status;
	}
	get online(): boolean {
		return this.#online;
	}
	get update(): Update {
		return this.#update;
	}

	/** Registers the service worker; left until Python has loaded, so that it does not compete. */
	async start(): Promise<void> {
		if (this.#started) return;
		this.#started = true;
		if (!('serviceWorker' in navigator)) {
			this.#status = { kind: 'unsupported' };
			return;
		}
		const register = await this.#register();
		this.#accept = register({
			onNeedRefresh: () => {
				this.#update = 'offered';
			},
			onNeedReload: () => {
				if (this.#accepted) location.reload();
				else this.#update = 'switched';
			},
			onRegisteredSW: (_url, registration) => {
				if (registration) this.#watch(registration);
			},
			onRegisterError: () => {
				this.#status = { kind: 'unsupported' };
			},
		});
	}

	/** Takes the newer version and reloads this page; other tabs go on with the old one. */
	async accept(): Promise<void> {
		if (this.#update === 'switched') {
			location.reload();
			return;
		}
		this.#accepted = true;
		await this.#accept?.();
	}

	/** Asks the service worker once more what it has. */
	async measure(): Promise<void> {
		const registration = await navigator.serviceWorker.getRegistration();
		const worker = registration?.active ?? registration?.installing;
		if (!worker) return;
		const coverage = await ask(worker);
		if (!coverage) return;
		const { bytes, bytesKept, files, filesKept } = coverage;
		this.#status =
			filesKept === files && registration?.active
				? { kind: 'ready', bytes }
				: { kind: 'keeping', bytesKept, bytes };
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const look = async () => {
			await this.measure();
			if (this.#status.kind !== 'ready') setTimeout(() => void look(), 700);
		};
		void look();
		let asked = Date.now();
		document.addEventListener('visibilitychange', () => {
			if (document.hidden || Date.now() - asked < hour) return;
			asked = Date.now();
			registration.update().catch(() => undefined);
		});
	}
}

function ask(worker: ServiceWorker): Promise<Coverage | null> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		const giveUp = setTimeout(() => resolve(null), 4000);
		port1.onmessage = (event) => {
			clearTimeout(giveUp);
			port1.close();
			resolve(event.data as Coverage);
		};
		const request: CoverageRequest = { kind: 'coverage' };
		worker.postMessage(request, [port2]);
	});
}
