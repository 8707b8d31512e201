import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumPage, startChromium, startProfile } from '../driver/chromium';
import { firefoxPath, startFirefox } from '../driver/firefox';
import type { FramingBrowser } from '../driver/page';

/** Browsers whose frames the tests can look into. */
export const engines = [
	{ name: 'Chromium', start: startChromium, here: true },
	{ name: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

/** The same with a cache on disk, as people have: Chromium's in memory takes no large file. */
export const keepingEngines = [
	{ ...engines[0]!, start: startKeeping },
	{ ...engines[1]!, start: () => startFirefox({ bare: true }) },
];

async function startKeeping(): Promise<FramingBrowser> {
	const folder = mkdtempSync(join(tmpdir(), 'dry-run-profile-'));
	const context = await startProfile(folder);
	return {
		page: async () => new ChromiumPage(await context.newPage()),
		close: async () => {
			await context.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
