import { mount } from 'svelte';
import { version } from '../package.json';
import './app.css';
import App from './App.svelte';
import type { App as Services } from './state/app';
import { Install } from './state/install.svelte';
import { Look } from './state/look.svelte';
import { Offline } from './state/offline.svelte';
import { once } from './state/once';
import { PythonState } from './state/python.svelte';
import { Vault } from './state/vault.svelte';
import { afterPaint } from './ui/idle';

// Python's files are on their way while the page is drawn; that does not wait for long.
const asked = import('./ahead').then(({ asked }) => asked);
await Promise.race([asked.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 100))]);

// What the first paint does not need begins after it: in the frame after the one that draws it.
const painted = new Promise<void>((resolve) => afterPaint(() => afterPaint(resolve)));
const storage = painted
	.then(() => import('./storage/storage'))
	.then(({ openStorage }) => openStorage({ appVersion: version }));
const look = new Look(storage);
const python = new PythonState(async () => (await import('./runtime/python')).cagedPython());

const vault = new Vault(
	storage,
	() => import('./storage/persistence'),
	() => {
		void look.reload();
		void desk().then((opened) => opened.clear());
		void own().then((opened) => opened.refresh());
		void drills().then((opened) => opened.clear());
		void interviews().then((opened) => opened.clear());
		void assistant().then((opened) => opened.reload());
		void training().then(({ journal }) => journal.refresh());
		void teach().then(({ shelf }) => shelf.refresh());
	},
);

const library = once(async () => {
	const [{ Library }, content] = await Promise.all([
		import('./state/library.svelte'),
		import('./content/catalogue'),
	]);
	return new Library(storage, content);
});

const desk = once(async () => {
	const [{ Desk }, { loadChallenge }, { localPrefix }] = await Promise.all([
		import('./state/desk'),
		import('./content/catalogue'),
		import('./core/pack'),
	]);
	const load = async (slug: string) =>
		slug.startsWith(localPrefix)
			? (await import('./state/local')).loadLocal(await storage, slug)
			: loadChallenge(slug);
	return new Desk({ storage, python, load, persist: () => vault.persist() });
});

const own = once(async () => {
	const [{ Own }, opened] = await Promise.all([import('./state/own.svelte'), storage]);
	return new Own(opened);
});

const dictation = once(async () => {
	const [{ Dictation }, { findSpeech }] = await Promise.all([
		import('./state/dictation.svelte'),
		import('./state/speech'),
	]);
	return new Dictation(findSpeech());
});

const drills = once(async () => {
	const [{ Drills }, content, listener] = await Promise.all([
		import('./state/drills.svelte'),
		import('./content/drills'),
		dictation(),
	]);
	return new Drills({
		storage,
		drills: content.drills,
		load: content.loadDrill,
		dictation: listener,
		now: () => performance.now(),
		due: async () => {
			const { journal } = await training();
			await journal.refresh();
			return journal.dueDrills;
		},
		persist: () => vault.persist(),
	});
});

const help = once(async () => {
	const { EditorHelp } = await import('./state/help');
	return new EditorHelp(python, async () => (await import('./editor/ruff/ruff')).Ruff.start());
});

const studio = once(async () => {
	const [{ Studio }, opened, listener] = await Promise.all([
		import('./state/studio'),
		storage,
		dictation(),
	]);
	return new Studio({ storage: opened, dictation: listener, now: () => performance.now() });
});

const assistant = once(async () => {
	const [{ Assistant }, { findBuiltIn }] = await Promise.all([
		import('./state/model/assistant.svelte'),
		import('./state/model/builtin'),
	]);
	return Assistant.open(await storage, findBuiltIn());
});

const training = once(async () => {
	const [opened, { openTraining }, shelf, { drills }, held, { designs }, room] = await Promise.all([
		storage,
		import('./state/training'),
		library(),
		import('./content/drills'),
		interviews(),
		import('./content/designs'),
		studio(),
	]);
	const sources = {
		storage: opened,
		drills,
		answers: () => opened.answers.all(),
		sessions: async () => [...(await held.works()), ...(await room.works(designs))],
	};
	return openTraining(sources, shelf, python, { interviews: held.choices, designs });
});

const interviews = once(async () => {
	const [{ Interviews }, { newId }, content, { loadChallenge }, listener] = await Promise.all([
		import('./state/interviews.svelte'),
		import('./storage/identity'),
		import('./content/interviews'),
		import('./content/catalogue'),
		dictation(),
	]);
	return new Interviews({
		storage,
		python,
		dictation: listener,
		scenarios: content.scenarios,
		loadScenario: content.loadScenario,
		loadChallenge,
		newId,
		now: () => Date.now(),
		persist: () => void vault.persist(),
	});
});

const teach = once(async () => {
	const { openTeach } = await import('./state/teach/teach');
	return openTeach(await storage, python);
});

const app: Services = {
	look,
	python,
	vault,
	offline: new Offline(async () => (await import('virtual:pwa-register')).registerSW),
	install: new Install(),
	library,
	desk,
	own,
	drills,
	interviews,
	assistant,
	training,
	help,
	studio,
	teach,
};

const target = document.querySelector('#app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target, props: { app } });

// Fetched beside the page's own script instead of after it.
afterPaint(() => {
	if (location.hash.startsWith('#/practice')) void library();
	if (location.hash.startsWith('#/practice/')) void desk();
});
