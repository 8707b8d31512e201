/** What another tab of the app has written. `everything`: an import or an erasure. */
export type StorageChange =
	| { kind: 'draft'; slug: string; version: number; revision: number; tab: string }
	| { kind: 'attempt' | 'note' | 'event' | 'answer' | 'terms'; slug: string }
	| { kind: 'preferences' | 'revision' | 'plan' | 'model' | 'exercises' }
	/** An interview began, ended or was deleted; or something happened in one. */
	| { kind: 'session' | 'moment'; session: string }
	| { kind: 'decision' | 'discussion' | 'service' | 'story' | 'authored'; slug: string }
	| { kind: 'everything' };

/** The other tabs of the app. */
export interface Tabs {
	tell(change: StorageChange): void;
	/** Calls for changes made elsewhere; returns the way out. */
	subscribe(listener: (change: StorageChange) => void): () => void;
	close(): void;
}

/** Joins the tabs that use the same database; where the browser has no channel, one is alone. */
export function joinTabs(name: string): Tabs {
	const channel = openChannel(name);
	const listeners = new Set<(change: StorageChange) => void>();
	channel?.addEventListener('message', (event: MessageEvent) => {
		const change = event.data as StorageChange;
		for (const listener of listeners) listener(change);
	});
	return {
		tell: (change) => channel?.postMessage(change),
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => {
			listeners.clear();
			channel?.close();
		},
	};
}

function openChannel(name: string): BroadcastChannel | null {
	try {
		return new BroadcastChannel(name);
	} catch {
		return null;
	}
}
