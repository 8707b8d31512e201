import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { call, selectors, type Browser, type Json, type Page, type Role } from './page';

export const webkitDriver = process.env.WEBKIT_DRIVER_PATH;

/** WebDriver's code points for the keys that have no character. */
const keyCodes: Record<string, string> = {
	Control: '\uE009',
	Shift: '\uE008',
	Alt: '\uE00A',
	Enter: '\uE007',
	Escape: '\uE00C',
	Tab: '\uE004',
};

type Send = <T>(method: string, path: string, body?: object) => Promise<T>;
/** An element as WebDriver writes it: one property, whose value is the id. */
type Element = Record<string, string>;
type Found = { id: string; element: Element };

/** WebKitGTK's own browser on a screen that nobody sees, driven over WebDriver. */
export async function startWebKit(): Promise<Browser> {
	const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const display = await new Promise<string>((resolve, reject) => {
		screen.once('error', reject);
		screen.once('exit', () => reject(new Error('Xvfb ended at once.')));
		screen.stdout.once('data', (number) => resolve(`:${String(number).trim()}`));
	});
	const port = await freePort();
	const env = { ...process.env, DISPLAY: display };
	const driver = spawn(webkitDriver!, [`--port=${port}`], { env, stdio: 'ignore' });
	const send: Send = async (method, path, body) => {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			body: body && JSON.stringify(body),
		});
		const { value } = await response.json();
		if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
		return value;
	};
	const up = await send('GET', '/status').catch(() => null);
	for (let tries = 0; !up && tries < 100; tries++) {
		if (await send('GET', '/status').catch(() => null)) break;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return {
		async page() {
			const timeouts = { script: 60_000, pageLoad: 60_000 };
			const capabilities = { alwaysMatch: { timeouts } };
			const { sessionId } = await send<{ sessionId: string }>('POST', '/session', { capabilities });
			const base = `/session/${sessionId}`;
			return new WebKitPage((method, path, body) => send(method, base + path, body));
		},
		close: async () => {
			await ended(driver);
			await ended(screen);
		},
	};
}

class WebKitPage implements Page {
	readonly engine = 'WebKit';
	readonly #send: Send;

	constructor(send: Send) {
		this.#send = send;
	}

	async open(address: string): Promise<void> {
		await this.#send('POST', '/url', { url: address });
	}

	async reload(): Promise<void> {
		await this.#send('POST', '/refresh', {});
	}

	async evaluate<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
		const script = `
			const done = arguments[0];
			(async () => ${call(fn, args)})().then(
				(value) => done({ value }),
				(error) => done({ error: String(error) }),
			);`;
		const path = '/execute/async';
		const { value, error } = await this.#send<{ value: T; error?: string }>('POST', path, {
			script,
			args: [],
		});
		if (error) throw new Error(error);
		return value;
	}

	async click(role: Role, name: string): Promise<void> {
		const { id } = await this.#get(role, name);
		await this.#send('POST', `/element/${id}/click`, {});
	}

	async focus(name: string): Promise<void> {
		const { element } = await this.#get('textbox', name);
		const script = 'arguments[0].focus();';
		await this.#send('POST', '/execute/sync', { script, args: [element] });
	}

	async press(chord: string): Promise<void> {
		const keys = chord.split('+').map((key) => keyCodes[key] ?? key);
		const actions = [
			...keys.map((value) => ({ type: 'keyDown', value })),
			...keys.reverse().map((value) => ({ type: 'keyUp', value })),
		];
		await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
	}

	async insert(text: string): Promise<void> {
		await this.evaluate((piece) => document.execCommand('insertText', false, piece), text);
	}

	async text(role: Role, name: string): Promise<string | null> {
		const found = await this.#find(role, name);
		return found && (await this.#read(found.id));
	}

	async heading(region: string): Promise<string | null> {
		const found = await this.#find('region', region);
		if (!found) return null;
		const search = { using: 'css selector', value: 'h1, h2, h3' };
		const [first] = await this.#send<Element[]>('POST', `/element/${found.id}/elements`, search);
		return first ? await this.#read(idOf(first)) : null;
	}

	async unplug(): Promise<void> {}

	async screenshot(): Promise<Uint8Array> {
		return Buffer.from(await this.#send<string>('GET', '/screenshot'), 'base64');
	}

	async close(): Promise<void> {
		await this.#send('DELETE', '');
	}

	/** What is hidden has no name, and what has just gone has no text: the driver calls both errors. */
	async #read(id: string, what = 'text'): Promise<string | null> {
		return await this.#send<string>('GET', `/element/${id}/${what}`).catch(() => null);
	}

	async #get(role: Role, name: string): Promise<Found> {
		const found = await this.#find(role, name);
		if (!found) throw new Error(`There is no ${role} “${name}”.`);
		return found;
	}

	async #find(role: Role, name: string): Promise<Found | null> {
		const search = { using: 'css selector', value: selectors[role] };
		for (const element of await this.#send<Element[]>('POST', '/elements', search)) {
			const id = idOf(element);
			if ((await this.#read(id, 'computedlabel'))?.trim() === name) return { id, element };
		}
		return null;
	}
}

function idOf(element: Element): string {
	return Object.values(element)[0]!;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? address!.port : 0));
		});
	});
}

function ended(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill();
	});
}
