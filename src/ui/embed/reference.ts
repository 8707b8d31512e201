/** Name, values with the default first, and what it does. */
export const parameterRows: readonly [string, string, string][] = [
	['v', '1', 'Version of the address.'],
	['ex', 'a name', 'A built-in exercise; beside “src”, one of the pack.'],
	['src', 'https address', 'A pack. Its host has to let other sites read it (CORS).'],
	['x', 'text', 'An exercise in the address itself, as the builder makes it.'],
	[
		'load',
		'click, lazy, eager',
		'When the editor and Python are fetched: on Start, when it comes into sight, at once.',
	],
	['theme', 'auto, light, dark', 'auto follows the system.'],
	['accent', 'RRGGBB', 'Made darker or lighter where it could not be read.'],
	['font', '10 to 28', 'Pixels of the code.'],
	['lang', 'BCP 47', 'Language of the exercise’s own texts; the buttons are English.'],
	[
		'show, hide',
		'prompt, editor, output, tests, hints, solution, toolbar, footer',
		'Parts with commas between. Without tests the verdict is a line in the toolbar.',
	],
	['layout', 'auto, stack, split', 'One below the other, or side by side.'],
	['ratio', '40 (10 to 90)', 'Per cent of the width for the prompt, side by side.'],
	['readonly', '0, 1, or lines', 'Everything, or lines such as 1-4,9.'],
	['code', 'text', 'What the editor starts with, instead of the starter.'],
	['mode', 'practice, demo, quiz', 'demo only runs; quiz has no hints and no solution.'],
	['height', 'auto, or pixels', 'auto tells the page around it how high it is.'],
	['state', 'local, none, parent', 'Who keeps the work: this browser, nobody, the page around it.'],
	['id', 'text', 'Comes back in every message; keeps instances apart.'],
	['origin', 'an origin', 'The one page that may see code, such as https://school.example.'],
	['proto', 'native, splice, h5p', 'What is spoken with the page; several with commas.'],
];

/** Direction, type, and data. */
export const messageRows: readonly ['out' | 'in', string, string][] = [
	['out', 'ready', 'versions, exercise, hash, capabilities; to any page'],
	['out', 'resize', 'height in pixels; to any page'],
	['out', 'run.start, run.end', 'number of the run; status ok, error, timeout or stopped, and ms'],
	['out', 'change', 'whether it differs from the starter, and its length'],
	[
		'out',
		'result',
		'attempt, score 0 to 1, passed, total, complete, report, exercise and code hash, trust “client”',
	],
	['out', 'state', 'the work and its revision; with state=parent, to the named origin'],
	['out', 'error', 'code and message'],
	['in', 'hello', 'with a MessagePort; answered by ready'],
	['in', 'code.get, code.set', 'the program; code.get for the named origin alone'],
	['in', 'run, check, stop, reset', 'as the buttons do; answered at once, the end is news'],
	['in', 'theme', 'theme, accent'],
	['in', 'state.set', 'work that was kept, and its revision'],
	['in', 'focus', 'puts the cursor into the editor'],
];
