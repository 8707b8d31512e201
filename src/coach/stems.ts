import { stemmer } from 'stemmer';
import { synonyms } from './synonyms';

/** Forms that no rule finds, by the word that they belong to. */
const irregular: Record<string, string> = {
	begin: 'began begun',
	break: 'broke broken',
	bring: 'brought',
	build: 'built',
	buy: 'bought',
	catch: 'caught',
	child: 'children',
	choose: 'chose chosen',
	deal: 'dealt',
	die: 'dying',
	draw: 'drew drawn',
	eat: 'ate eaten',
	fall: 'fell fallen',
	find: 'found',
	forget: 'forgot forgotten',
	freeze: 'froze frozen',
	get: 'got gotten',
	give: 'gave given',
	go: 'went gone goes',
	grow: 'grew grown',
	hear: 'heard',
	hide: 'hid hidden',
	hold: 'held',
	index: 'indices',
	keep: 'kept',
	know: 'knew known',
	lose: 'lost',
	make: 'made',
	matrix: 'matrices',
	mean: 'meant',
	overwrite: 'overwrote overwritten',
	pay: 'paid',
	rise: 'rose risen',
	run: 'ran',
	rewrite: 'rewrote rewritten',
	see: 'saw seen',
	send: 'sent',
	show: 'shown',
	shrink: 'shrank shrunk',
	sink: 'sank sunk',
	sleep: 'slept',
	speak: 'spoke spoken',
	spend: 'spent',
	stick: 'stuck',
	swap: 'swop',
	take: 'took taken',
	teach: 'taught',
	tell: 'told',
	think: 'thought',
	throw: 'threw thrown',
	tie: 'tying',
	understand: 'understood',
	wake: 'woke woken',
	write: 'wrote written',
};

const bases = new Map(
	Object.entries(irregular).flatMap(([base, forms]) =>
		forms.split(' ').map((form) => [form, base] as const),
	),
);

/** Words that the stemmer would take for others: `general` for `generator`, `important` for `import`. */
const own = new Set(
	'general generally generic generics important importance importantly'.split(' '),
);

/** Words come again and again. */
const known = new Map<string, string>();

/** The stem of a lower-case word; spellings of two countries share one, and so do synonyms. */
export function stemOf(word: string): string {
	const before = known.get(word);
	if (before !== undefined) return before;
	const plain = plainStem(word);
	const stem = leaders.get(plain) ?? plain;
	known.set(word, stem);
	return stem;
}

function plainStem(word: string): string {
	if (own.has(word) || !/^[a-z]+$/.test(word)) return word;
	return stemmer(american(positive(bases.get(word) ?? word)));
}

/** `slower` is found where `slow` is asked for; what is newest or latest means more than new. */
const compared = new Map([
	...'cheap fast few hard high long low quick short slow small'
		.split(' ')
		.map((plain): [string, string] => [`${plain}er`, plain]),
	['bigger', 'big'],
	['easier', 'easy'],
	['larger', 'large'],
	['safer', 'safe'],
	['simpler', 'simple'],
]);

const notAdverbs = new Set(
	'only costly likely friendly apply reply supply comply imply multiply assembly family rely early daily anomaly'.split(
		' ',
	),
);

/** The adjective of an adverb, and the plain form of what is compared. */
function positive(word: string): string {
	if (compared.has(word)) return compared.get(word) ?? word;
	return word.length > 5 && word.endsWith('ly') && !notAdverbs.has(word) ? word.slice(0, -2) : word;
}

function american(word: string): string {
	if (word.length < 6) return word;
	return word
		.replace(/is(e|es|ed|er|ers|ing|able|ation|ations)$/, 'iz$1')
		.replace(/our(s|ed|ing|al|able)?$/, 'or$1')
		.replace(/alogue(s?)$/, 'alog$1');
}

/** The stem that stands for a group of synonyms, by the stems of the group. */
const leaders = new Map(
	synonyms.flatMap((group) => {
		const stems = group.split(' ').map(plainStem);
		return stems.map((stem) => [stem, stems[0] ?? stem] as const);
	}),
);
