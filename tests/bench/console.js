/**
 * Stands in for the terminal that Pyodide's console page draws with, which comes from elsewhere: it
 * shows nothing, so the page is a little faster than in life. Types `1+1` and notes when 2 comes.
 */
const TERMINAL = `
window.$ = () => ({
	addClass() {},
	terminal(interpreter) {
		const term = new Proxy({}, {
			get: (target, name) => name in target ? target[name] : (text) => {
				if (name === 'echo' && String(text).trim() === '2') window.firstResult = performance.now();
				return Promise.resolve();
			},
			set: (target, name, value) => { target[name] = value; return true; },
		});
		setTimeout(() => interpreter('1+1'));
		return term;
	},
});`;

/** Milliseconds from navigation to the console page's first result. */
export async function visitConsole(page, address) {
	await page.goto(`${address}console.html`, { waitUntil: 'commit' });
	await page.waitForFunction('window.firstResult', null, { timeout: 120_000 });
	return await page.evaluate('window.firstResult');
}

/** Answers what the page asks of other hosts with the stand-in. */
export async function replaceTerminal(context) {
	await context.route(/^https:/, (route) => {
		const script = /jquery@/.test(route.request().url()) ? TERMINAL : '';
		const type = /\.css/.test(route.request().url()) ? 'text/css' : 'text/javascript';
		return route.fulfill({ contentType: type, body: script });
	});
}
