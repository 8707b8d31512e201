import { tokensOf, type Token } from './tokens';

/** A phrasing made ready: for each of its words the forms of which one must be found. */
export type Phrase = { text: string; words: string[][] };

/** Phrasings come from content, so there are only so many. */
const known = new Map<string, Phrase>();

/** Reads a phrasing; `a/b` asks for either word. Words without meaning are dropped. */
export function readPhrase(text: string): Phrase {
	const before = known.get(text);
	if (before) return before;
	const phrase = makePhrase(text);
	known.set(text, phrase);
	return phrase;
}

function makePhrase(text: string): Phrase {
	const groups = text.replace(/\bi\/o\b/gi, 'io').split(/\s+(?![^(]*\))/);
	const words = groups.map((group) => group.split(/\/(?![^(]*\))/).flatMap(formsAskedFor));
	return { text, words: words.filter((forms) => forms.length > 0) };
}

/** A word with hyphens is asked for as one word, which its parts side by side are too. */
function formsAskedFor(option: string): string[] {
	const [first, ...more] = tokensOf(option);
	if (!first) return [];
	if (more.length > 0) return first.forms.slice(-1);
	return first.content ? first.forms.slice(0, 1) : [];
}

/** Content words within which all words of a phrasing must stand. */
export function reachOf(phrase: Phrase): number {
	return 2 * phrase.words.length + 4;
}

/** Whether the words all occur, in any order, close enough to each other. */
export function matches(phrase: Phrase, tokens: readonly Token[]): boolean {
	if (phrase.words.length === 0) return false;
	const places = phrase.words.map((forms) => placesOf(forms, tokens));
	const reach = reachOf(phrase);
	return places
		.flat()
		.some((start) =>
			places.every((found) => found.some((place) => place >= start && place < start + reach)),
		);
}

/** Where one of the forms stands, counted in content words. */
function placesOf(forms: string[], tokens: readonly Token[]): number[] {
	const found: number[] = [];
	let place = 0;
	for (const token of tokens) {
		if (forms.some((form) => token.forms.includes(form))) found.push(place);
		if (token.content) place += 1;
	}
	return found;
}
