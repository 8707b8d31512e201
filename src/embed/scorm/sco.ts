import { mountAt } from '../sdk/mount';
import type { Options } from '../sdk/types';
import { findApi } from './discovery';
import { caller } from './lms';
import { Lms12 } from './lms12';
import { Lms2004 } from './lms2004';
import { explainStanding, Session } from './session';
import type { Settings } from './settings';

/** Milliseconds between two savings of what is typed. */
const PAUSE = 5_000;
/** Milliseconds after which a frame that says nothing is spoken of. */
const PATIENCE = 20_000;
/** Parameters that the SDK calls otherwise. */
const renamed: Readonly<Record<string, string>> = { ex: 'exercise', src: 'pack', x: 'inline' };

const settings = JSON.parse(document.querySelector('#settings')!.textContent) as Settings;
const note = document.querySelector('#note')!;
const api = findApi(window, settings.standard);
const call = api && caller(api);
const lms = call && (settings.standard === '1.2' ? new Lms12(call) : new Lms2004(call));
const session = new Session(lms, Date.now());

function tell(): void {
	const words = explainStanding(session.standing) ?? '';
	if (note.textContent !== words) note.textContent = words;
}

const site = new URL(settings.site, location.href);
const given = [...new URLSearchParams(settings.parameters)]
	.filter(([name]) => name !== 'v')
	.map(([name, value]) => [renamed[name] ?? name, value]);
const options: Options = {
	...(Object.fromEntries(given) as Options),
	title: settings.title,
	load: 'eager',
	state: 'parent',
};

let saving: ReturnType<typeof setTimeout> | undefined;

function saveSoon(): void {
	saving ??= setTimeout(() => {
		saving = undefined;
		session.save();
		tell();
	}, PAUSE);
}

try {
	const embed = mountAt(document.querySelector('#exercise')!, options, site.href);
	const late = setTimeout(() => {
		note.textContent = `The exercise has not answered yet. It comes from ${site.host}, which has to be reachable from here.`;
	}, PATIENCE);
	let restored = false;
	/** Brings what is kept into the frame, also when its page was loaded anew. */
	embed.on('ready', async () => {
		clearTimeout(late);
		const { code, hints, attempts, best } = session.kept;
		restored = false;
		try {
			if (code !== null) await embed.setState({ code, hints, attempts, best });
			restored = true;
			tell();
		} catch {
			note.textContent =
				'Your program could not be brought back into the exercise. It is still kept, and what you write here now is not: close this window and open the exercise from your course again.';
		}
	});
	embed.ready.catch((error: Error) => {
		clearTimeout(late);
		note.textContent = error.message;
	});
	embed.on('state', ({ state }) => {
		// The starter must not take the place of a program that is kept.
		if (!restored) return;
		session.worked(state);
		saveSoon();
	});
	embed.on('result', ({ score, complete }) => {
		session.graded(score, complete);
		tell();
		saveSoon();
	});
	tell();
} catch (error) {
	note.textContent = (error as Error).message;
}

addEventListener('pagehide', () => session.close(Date.now()));
document.addEventListener('visibilitychange', () => {
	if (document.visibilityState === 'hidden') session.save();
});
// A page that comes back out of the browser's memory has ended its session.
window.addEventListener('pageshow', ({ persisted }) => {
	if (persisted) location.reload();
});
