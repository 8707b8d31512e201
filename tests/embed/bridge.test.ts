import { expect, test, vi } from 'vitest';
import { Bridge, type Actions } from '../../src/embed/bridge';
import type { ReadyData } from '../../src/embed/messages';
import { longestCode, readCall, readNews } from '../../src/embed/protocol';

const ready: ReadyData = {
	versions: { protocol: 1, app: '1' },
	exercise: { slug: 'a', version: 1, title: 'A' },
	hash: 'h',
	capabilities: { jspi: true, storage: 'local' },
};
const done = { code: 'x', hints: 0, attempts: 0, best: null };

function rig(origin: string | null = 'https://school.example') {
	const posted: { message: Record<string, unknown>; to: string }[] = [];
	const parent = {
		postMessage: (message: unknown, to: string) =>
			void posted.push({ message: message as Record<string, unknown>, to }),
	};
	const actions: Actions = {
		'code.get': () => ({ code: 'secret' }),
		'code.set': vi.fn(() => ({})),
		run: vi.fn(() => ({ run: 1 })),
		check: () => ({ refused: 'not-allowed', message: 'no' }),
		stop: () => ({}),
		reset: () => ({}),
		theme: () => ({}),
		'state.set': ({ revision }) => ({ revision }),
		focus: () => ({}),
	};
	let now: ReadyData | null = ready;
	const bridge = new Bridge({ id: 'one', origin, parent, ready: () => now, actions });
	const { port1, port2 } = new MessageChannel();
	const heard: Record<string, unknown>[] = [];
	port1.onmessage = ({ data }) => void heard.push(data);
	const hello = (from: string, source: unknown = parent, ports = [port2]) =>
		bridge.receive({
			source: source as MessageEventSource,
			origin: from,
			data: call('hello', {}, 7),
			ports,
		});
	const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
	const say = async (message: unknown) => {
		port1.postMessage(message);
		await settle();
		return heard.at(-1);
	};
	const know = (what: ReadyData | null) => (now = what);
	return { bridge, posted, actions, heard, hello, say, settle, know };
}

function call(type: string, data: object = {}, seq = 1): object {
	return { ns: 'dryrun', v: 1, id: 'one', type, seq, data };
}

test('tells any page ready and resize, and nothing else', () => {
	const { bridge, posted } = rig();
	bridge.announce();
	bridge.tell('resize', { height: 100 });
	bridge.tell('change', { dirty: true, length: 3 });
	bridge.tell('run.start', { run: 1, what: 'run' });
	bridge.tell('state', { state: done, revision: 1 });
	bridge.tell('error', { code: 'failed', message: '' });
	expect(posted.map(({ message, to }) => [message.type, message.id, to])).toEqual([
		['ready', 'one', '*'],
		['resize', 'one', '*'],
	]);
	expect(posted.map(({ message }) => message.seq)).toEqual([1, 2]);
});

test('goes over the port of the right parent from then on', async () => {
	const { bridge, posted, heard, hello, settle } = rig();
	hello('https://school.example');
	bridge.tell('change', { dirty: true, length: 3 });
	bridge.tell('state', { state: done, revision: 1 });
	await settle();
	expect(posted).toEqual([]);
	expect(heard.map(({ type, re }) => [type, re])).toEqual([
		['ready', 7],
		['change', undefined],
		['state', undefined],
	]);
	bridge.close();
});

test('takes no port from another window, another origin, or without a port', async () => {
	const { bridge, heard, hello, settle } = rig();
	hello('https://school.example', {});
	hello('https://evil.example');
	hello('https://school.example', undefined, []);
	bridge.receive({
		source: null,
		origin: 'https://school.example',
		data: call('hello'),
		ports: [],
	});
	bridge.tell('change', { dirty: true, length: 3 });
	await settle();
	expect(heard).toEqual([]);
});

test('gives code to the named origin alone', async () => {
	const named = rig();
	named.hello('https://school.example');
	expect(await named.say(call('code.get', {}, 2))).toMatchObject({
		type: 'code.get',
		re: 2,
		data: { code: 'secret' },
	});
	named.bridge.close();
	const unnamed = rig(null);
	unnamed.hello('https://anybody.example');
	expect(await unnamed.say(call('code.get', {}, 2))).toMatchObject({
		type: 'error',
		re: 2,
		data: { code: 'not-allowed' },
	});
	unnamed.bridge.tell('state', { state: done, revision: 1 });
	await unnamed.settle();
	expect(JSON.stringify(unnamed.heard)).not.toContain('secret');
	expect(unnamed.heard.map(({ type }) => type)).not.toContain('state');
	unnamed.bridge.close();
});

test('answers each call, and refuses with a reason', async () => {
	const { bridge, hello, say } = rig();
	hello('https://school.example');
	expect(await say(call('run', {}, 2))).toMatchObject({ type: 'run', re: 2, data: { run: 1 } });
	expect(await say(call('check', {}, 3))).toMatchObject({
		type: 'error',
		re: 3,
		data: { code: 'not-allowed', message: 'no' },
	});
	bridge.close();
});

test('does nothing for what is forged, broken or too large', async () => {
	const { bridge, hello, say, actions, heard, settle } = rig();
	hello('https://school.example');
	await settle();
	const before = heard.length;
	for (const message of [
		null,
		'run',
		{ type: 'run' },
		{ ...call('run'), ns: 'other' },
		{ ...call('run'), v: 2 },
		{ ...call('run'), seq: '1' },
		{ ...call('run'), data: null },
		{ ...call('run'), id: 'x'.repeat(101) },
		call('constructor'),
		call('toString'),
		call('ready', ready),
		call('code.set', { code: 5 }),
		call('code.set', { code: 'x'.repeat(longestCode + 1) }),
		call('theme', { theme: 'red' }),
		call('theme', { theme: 'dark', accent: 'red; }' }),
		call('state.set', { state: { code: 'x', hints: -1 }, revision: 1 }),
		call('state.set', { state: { ...done, best: 7 }, revision: 1 }),
	])
		await say(message);
	expect(heard.length).toBe(before);
	expect(actions['code.set']).not.toHaveBeenCalled();
	expect(actions.run).not.toHaveBeenCalled();
	bridge.close();
});

test('says ready as soon as it can, to a hello that came before', async () => {
	const { bridge, hello, heard, settle, know } = rig();
	know(null);
	hello('https://school.example');
	await settle();
	expect(heard).toEqual([]);
	know(ready);
	bridge.announce();
	await settle();
	expect(heard).toMatchObject([{ type: 'ready', re: 7 }]);
	bridge.close();
});

test('a second hello of the parent takes the place of the first', async () => {
	const { bridge, heard, hello, say, settle } = rig();
	hello('https://school.example');
	await settle();
	const later = new MessageChannel();
	const news: unknown[] = [];
	later.port1.onmessage = ({ data }) => void news.push(data);
	hello('https://school.example', undefined, [later.port2]);
	const before = heard.length;
	await say(call('run', {}, 9));
	expect(heard.length).toBe(before);
	expect(news).toHaveLength(1);
	later.port1.close();
	bridge.close();
});

test('an answer is known by its shape', () => {
	expect(readNews({ ...call('code.get', { code: 'x' }), re: 1 })).toMatchObject({ re: 1 });
	expect(readNews(call('code.get', { code: 'x' }))).toBeNull();
	expect(readNews({ ...call('constructor'), re: 1 })).toBeNull();
	expect(readNews(call('ready', ready))).toMatchObject({ type: 'ready' });
	expect(readNews(call('ready', { ...ready, hash: 5 }))).toBeNull();
	expect(readNews(call('result', { score: 1 }))).toBeNull();
	expect(readCall(call('hello'))).toMatchObject({ type: 'hello' });
});
