/**
 * Asks the browser not to clear the stored work by itself. Worth asking after the first pass, when
 * there is something to lose and browsers are more willing.
 */
export async function persist(): Promise<'granted' | 'denied' | 'unsupported'> {
	const { storage } = navigator as { storage?: StorageManager };
	if (!storage?.persist) return 'unsupported';
	try {
		const granted = (await storage.persisted()) || (await storage.persist());
		return granted ? 'granted' : 'denied';
	} catch {
		return 'unsupported';
	}
}

/** Bytes that the app uses and may use in all; null when the browser does not say. */
export async function usage(): Promise<{ used: number; available: number } | null> {
	const { storage } = navigator as { storage?: StorageManager };
	try {
		const estimate = await storage?.estimate();
		if (estimate?.usage === undefined || estimate.quota === undefined) return null;
		return { used: estimate.usage, available: estimate.quota };
	} catch {
		return null;
	}
}
