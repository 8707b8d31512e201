import { stemOf } from './stems';

/** A word of a sentence: every form under which a phrasing may ask for it. */
export type Token = { forms: string[]; content: boolean };

/** Words without meaning of their own; neither asked for nor counted. */
export const functionWords: ReadonlySet<string> = new Set(
	[
		'a an the this that these those it its',
		'i me my we us our you your he him his she her they them their',
		'is are was were be been being am do does did done has have had having',
		'will would shall should can could may might must',
		'of to in on at by for with from into onto as and or if then than so but because',
		'who which what whose when where while how why there here',
		'just very really also too quite rather such some any like well still',
		'about up out off over thing things get gets getting let lets',
	]
		.join(' ')
		.split(' '),
);

const counts = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const numerals = new Map(counts.map((word, value) => [word, String(value)]));

/**
 * The words of a text, lower-cased. `O(n log n)`, `__slots__`, `asyncio.gather` and `pop(0)` are one
 * word each, though their parts are found too; `read-only`, `read only` and `readonly` are the same.
 */
export function tokensOf(text: string): Token[] {
	const words = [...plain(text).matchAll(word)].flatMap(([found]) => found.split('-'));
	const kept = words.filter((found) => /[a-z0-9\u00df-\u024f]/.test(found));
	return kept.map((found, index) => {
		const negated = /n't$/.test(found) || found === 'cannot';
		const base = negated ? 'not' : found.replace(/'\w*$/, '');
		const own = formsOf(base);
		return { forms: [...own, ...joinedFrom(kept, index)], content: !functionWords.has(base) };
	});
}

const word =
	/o\([^()]{1,14}\)|@?[a-z0-9_\u00df-\u024f]+(?:[.:][a-z0-9_]+)*(?:\([a-z0-9_, =-]{0,12}\))?(?:['-][a-z0-9_\u00df-\u024f]+)*/g;

/** Lower case, straight apostrophes, growth in one spelling, numbers without separators. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[’‘]/g, "'")
		.replace(/\b(\d{1,3})((?:[,_]\d{3})+)\b/g, (whole) => whole.replace(/[,_]/g, ''))
		.replace(/\bi\/o\b/g, 'io')
		.replace(/\b(?:big[- ])?o of (n squared|n log n|log n|k|m|n|one|1)\b/g, 'o($1)')
		.replace(/\bn(?:\^2|²| squared)(?!\w)/g, 'o(n^2)')
		.replace(/\bo\s?\(([^()]{1,14})\)/g, (_, inside: string) => `o(${growth(inside)})`);
}

function growth(inside: string): string {
	return inside
		.replace(/ squared|²|\*\*2/g, '^2')
		.replace(/\bone\b/g, '1')
		.replace(/[\s*]/g, '');
}

/** Two and three neighbours as one word, as in `single threaded`. */
function joinedFrom(words: string[], index: number): string[] {
	return [2, 3]
		.map((length) => words.slice(index, index + length))
		.filter((run, extra) => run.length === extra + 2)
		.filter((run) => run.every((part) => /^[a-z0-9]+$/.test(part)))
		.map((run) => stemOf(run.join('')));
}

/** What each growth is called. */
const growths = [
	['o(1)', 'constant'],
	['o(logn)', 'logarithmic'],
	['o(n)', 'linear'],
	['o(n^2)', 'quadratic'],
];

function formsOf(found: string): string[] {
	const numeral = numerals.get(found);
	if (numeral !== undefined) return [numeral].map(stemOf);
	const [growth] = growths.filter((pair) => pair.includes(found));
	if (growth) return [found, ...growth];
	if (/^(o\(.*|[\d.]+)$/.test(found)) return [stemOf(found)];
	const parts = found.split(/[^a-z0-9\u00df-\u024f]+/).filter(Boolean);
	const bare = found.replace(/\(.*$/, '');
	const tail = bare.split(/[.:]/).at(-1) ?? bare;
	const call = found.slice(bare.length - tail.length);
	const amount = /^(\d+(?:\.\d+)?)[a-z]+$/.exec(found)?.[1];
	const forms = [found, bare, tail, call, ...parts, ...(amount ? [amount] : [])];
	return [...new Set(forms.map(stemOf))];
}
