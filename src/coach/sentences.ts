/** A sentence and where it stands in its text. */
export type Sentence = { text: string; start: number; end: number };

const abbreviations = new Set(
	'e.g i.e eg ie vs cf approx resp incl mr mrs dr prof fig viz'.split(' '),
);

/** These end a sentence only before a capital. */
const endings = new Set('etc inc ltd al a.m p.m'.split(' '));

const worded = /[0-9A-Za-z\u00C0-\u024F]/;

/**
 * Splits a text into sentences, the same way in every browser. A new line ends one; so do `.`, `!`,
 * `?` and `…` before a space. Abbreviations, decimals, dotted names, numbered items and whatever
 * stands in backticks do not.
 */
export function splitSentences(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let start = 0;
	for (const end of breaksOf(text)) {
		const piece = trimmed(text, start, end);
		if (piece) sentences.push(piece);
		start = end;
	}
	return sentences;
}

function breaksOf(text: string): number[] {
	const breaks: number[] = [];
	let start = 0;
	for (let at = 0; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (char === '`') {
			at = endOfCode(text, at);
			continue;
		}
		let end = -1;
		if (char === '\n' || char === '\r') end = at + 1;
		else if ('.!?…'.includes(char)) end = endOfMark(text, at, start);
		if (end < 0) continue;
		breaks.push(end);
		start = end;
		at = end - 1;
	}
	return [...breaks, text.length];
}

/** The closing backtick on the same line, or the opening one when there is none. */
function endOfCode(text: string, at: number): number {
	const close = text.indexOf('`', at + 1);
	return close < 0 || /[\r\n]/.test(text.slice(at, close)) ? at : close;
}

/** Where the sentence ends that has a closing mark at `at`; -1 when it goes on. */
function endOfMark(text: string, at: number, start: number): number {
	const marks = /^[.!?…]*[)\]"'’”»]*/.exec(text.slice(at))?.[0] ?? '';
	const end = at + marks.length;
	const next = /^[ \t\u00A0]*([^ \t\u00A0]?)/.exec(text.slice(end))?.[1] ?? '';
	if (/\S/.test(text.charAt(end))) return -1;
	if (text.charAt(at) !== '.' && text.charAt(at) !== '…') return end;
	const before = text.slice(start, at);
	const word = (/[^\s("'“‘[]*$/.exec(before)?.[0] ?? '').toLowerCase();
	const goesOn = next !== '' && !/[\r\n]/.test(next);
	if (!goesOn) return end;
	if (abbreviations.has(word)) return -1;
	if (/^\s*\d{1,2}$/.test(before)) return -1;
	if (/(^|\.\s?)[A-HJ-Z]$/.test(before.trim()) && /[A-Z]/.test(next)) return -1;
	const dots = /^\.\.|…/.test(marks) || text.charAt(at - 1) === '.';
	if ((dots || endings.has(word)) && /[a-z0-9]/.test(next)) return -1;
	return end;
}

function trimmed(text: string, from: number, to: number): Sentence | null {
	let start = from;
	let end = to;
	while (start < end && /\s/.test(text.charAt(start))) start += 1;
	while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
	const piece = text.slice(start, end);
	return worded.test(piece) ? { text: piece, start, end } : null;
}
