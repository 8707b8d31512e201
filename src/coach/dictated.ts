/** Adds what was heard as a sentence: a pause in speech is the only full stop that is heard. */
export function joined(text: string, heard: string): string {
	const words = heard.trim();
	if (words === '') return text;
	const begins = text.trim() === '' || /[.!?…]\s*$/.test(text);
	const sentence = begins ? words.charAt(0).toUpperCase() + words.slice(1) : words;
	const closed = /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
	return text === '' || /\s$/.test(text) ? text + closed : `${text} ${closed}`;
}
