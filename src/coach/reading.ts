import { wordsIn } from './clarity';

/** Seconds to read a question: four words a second and five to think, in steps of five. */
export function readingSeconds(question: string): number {
	return 5 * Math.ceil((5 + wordsIn(question) / 4) / 5);
}
