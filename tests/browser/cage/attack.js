// What a hostile program tries in a worker. Answers name → what came of it; `SERVER` is replaced.
const server = 'SERVER';

function opened(socket) {
	return new Promise((resolve, reject) => {
		socket.onopen = () => resolve('opened');
		socket.onerror = () => reject(new Error('no connection'));
	});
}

function script(text) {
	return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

const attacks = {
	IndexedDB: () =>
		new Promise((resolve, reject) => {
			const opening = indexedDB.open('dry-run');
			opening.onsuccess = () => resolve('opened');
			opening.onerror = () => reject(opening.error);
		}),
	Cache: async () => (await caches.keys()).join(),
	fetch: () => fetch(`${server}/fetch`, { mode: 'no-cors' }),
	XMLHttpRequest() {
		const request = new XMLHttpRequest();
		request.open('GET', `${server}/xhr`, false);
		request.send();
		return `status ${request.status}`;
	},
	WebSocket: () => opened(new WebSocket(`${server.replace('http', 'ws')}/socket`)),
	EventSource: () => opened(new EventSource(`${server}/events`)),
	WebTransport: () => new WebTransport(`${server.replace('http', 'https')}/transport`).ready,
	importScripts: () => importScripts(`${server}/script.js`),
	'import http': () => import(`${server}/module.js`),
	'import data': () => import('data:text/javascript,export default 1'),
	'import blob that fetches': async () => {
		const address = script(`export default await fetch('${server}/from-blob', {mode: 'no-cors'})`);
		return (await import(address)).default;
	},
	'nested worker that fetches': () =>
		new Promise((resolve, reject) => {
			const text = `fetch('${server}/nested', {mode: 'no-cors'}).then(
				() => postMessage('reached'), () => postMessage('blocked'))`;
			const worker = new Worker(script(text));
			worker.onerror = () => reject(new Error('no worker'));
			worker.onmessage = ({ data }) =>
				data === 'reached' ? resolve(data) : reject(new Error('blocked'));
		}),
	'nested worker from afar': () =>
		new Promise((resolve, reject) => {
			const worker = new Worker(`${server}/worker.js`);
			worker.onerror = () => reject(new Error('no worker'));
			worker.onmessage = resolve;
		}),
};

async function attempt(attack) {
	const late = new Promise((resolve) => setTimeout(resolve, 1500, 'unanswered'));
	try {
		const outcome = await Promise.race([attack(), late]);
		return outcome === 'unanswered' ? outcome : `REACHED ${outcome}`;
	} catch (error) {
		return `blocked by ${error.name}`;
	}
}

const attempts = Object.entries(attacks).map(async ([name, attack]) => [
	name,
	await attempt(attack),
]);
Promise.all(attempts).then((outcomes) => postMessage(JSON.stringify(Object.fromEntries(outcomes))));
