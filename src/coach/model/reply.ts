import { splitSentences } from '../sentences';

/** What a model said, as far as it has come. All of it is plain text. */
export type Reply = {
	/** All of the text when it does not have the form that was asked for. */
	feedback: string;
	/** Two at most. */
	questions: string[];
	/** Whether feedback and a question came in the form that was asked for. */
	whole: boolean;
	/** Whether a grade was taken out: scores are not a model's business. */
	graded: boolean;
};

const label =
	/^[\s#>*_-]*(feedback|(?:follow-?\s?up )?questions?|follow-?\s?ups?)\s*#?\d*[\s*_]*:[\s*_]*(.*)$/i;
const numbered = /^\s*(?:\d+[.)]|[-*•])\s+/;
const grades = [
	/\b(score|grade|marks?|rating)\b\W{0,4}((is|of|would be)\W{1,3})?\d/i,
	/(\b(I|would)|['’]d) rate\b\D{0,30}\d/i,
	/\bgrade\b\W{0,4}(of |is |an? )?[A-F][+-]?(?![\w'])/i,
	/(^|[\s(*])\d+(\.\d+)?\s*(\/|out of)\s*(5|10|20|100)\b(?!\s+(?!answer|response|for|overall)[a-z])/i,
	/\b(give|gave|giving|deserves?|earns?|worth|at)\b[^.]{0,30}\b\d{1,3}\s?(%|per ?cent\b|points?\b)/i,
];

/** Reads a reply, or the beginning of one that is still coming. */
export function readReply(text: string): Reply {
	const said = withoutThoughts(text);
	const { feedback, questions } = split(said);
	const labelled = feedback !== null || questions.length > 0;
	const prose = ungraded(labelled ? (feedback ?? '') : said);
	const asked = questions.map(unwrapped).filter((question) => question !== '');
	return {
		feedback: prose.text,
		questions: asked.slice(0, 2),
		whole: prose.text !== '' && asked.length > 0,
		graded: prose.graded,
	};
}

/** Some models think aloud first; that is not the answer. Fences around all of it go too. */
function withoutThoughts(text: string): string {
	return text
		.replaceAll(/<think(?:ing)?>[\s\S]*?(<\/think(?:ing)?>|$)/gi, '')
		.replace(/^\s*```\w*\n/, '')
		.replace(/\n```\s*$/, '')
		.trim();
}

function split(text: string): { feedback: string | null; questions: string[] } {
	let feedback: string | null = null;
	const questions: string[] = [];
	let here: 'nowhere' | 'feedback' | 'questions' = 'nowhere';
	for (const line of text.split(/\r?\n/)) {
		const found = label.exec(line);
		if (found) {
			const rest = found[2] ?? '';
			here = found[1]?.toLowerCase() === 'feedback' ? 'feedback' : 'questions';
			if (here === 'questions') questions.push(rest);
			else feedback = feedback === null ? rest : `${feedback}\n${rest}`;
		} else if (here === 'feedback') {
			feedback += `\n${line}`;
		} else if (here === 'questions') {
			if (numbered.test(line)) questions.push(line.replace(numbered, ''));
			else if (line.trim() !== '') questions.push(`${questions.pop() ?? ''} ${line.trim()}`);
		}
	}
	return { feedback: feedback === null ? null : feedback.trim(), questions };
}

function unwrapped(question: string): string {
	return question.replaceAll(/^[\s*_"“]+|[\s*_"”]+$/g, '');
}

function ungraded(text: string): { text: string; graded: boolean } {
	const marked = splitSentences(text).filter((sentence) =>
		grades.some((grade) => grade.test(sentence.text)),
	);
	let left = text;
	for (const { start, end } of marked.toReversed()) left = left.slice(0, start) + left.slice(end);
	const tidy = left
		.replaceAll(/[ \t]{2,}/g, ' ')
		.replaceAll(/\n{3,}/g, '\n\n')
		.trim();
	return marked.length === 0 ? { text, graded: false } : { text: tidy, graded: true };
}
