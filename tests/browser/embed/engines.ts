import { startChromium } from '../driver/chromium';
import { firefoxPath, startFirefox } from '../driver/firefox';

/** Browsers whose frames the tests can look into. */
export const engines = [
	{ name: 'Chromium', start: startChromium, here: true },
	{ name: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];
