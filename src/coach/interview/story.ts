import { splitSentences } from '../sentences';
import { isFigure } from '../signals';

const change =
	/\b(from|to|by|less|fewer|more|faster|slower|down|up|cut|reduc\w*|sav\w*|improv\w*|increas\w*|decreas\w*|dropp?\w*|fell|rose|grew|shr[aiu]nk|halv\w*|doubl\w*|tripl\w*|per cent|percent|%|a (day|week|month|year|second|minute|hour)|per (day|second|minute|hour|request)|users?|requests?|customers?|records?|rows?|errors?|incidents?|hours?|minutes?|seconds?|days?|ms|milliseconds?|euros?|dollars?|pounds?|times)\b|%/i;
/** Numbers that measure nothing. */
const bare =
	/\b(python|django|version|v|since|in|until)\s*\d[\d.]*|\b(19|20)\d\d\b|\b\d+\s+years?\b/gi;

/** A sentence with a result and its number; years of experience and versions do not count. */
export function metricIn(text: string): string | null {
	const found = splitSentences(text).find((sentence) => {
		const rest = sentence.text.replace(bare, ' ');
		return isFigure(rest) && change.test(rest);
	});
	return found?.text ?? null;
}

const failure =
	/\b(fail\w*|went wrong|broke\w*|break\w*|outage|incident|mistake|bug|lost|crash\w*|wrong|missed|too late|down for|corrupt\w*|deleted|duplicat\w*|regret\w*|underestimated|overlooked|forgot\w*|did not (work|think|check|test)|didn't (work|think|check|test))\b/i;
const lesson =
	/\b(learn(ed|t)?|lesson|taught|since then|from then on|ever since|next time|differently|never again|nowadays|now i (always|never|check|write|ask|start|test|make)|these days|since that|after that (i|we)|i (always|never) \w+ (now|since)|today i)\b/i;

/** A failure that is told and what was learnt from it: the sentence with the lesson. */
export function lessonIn(text: string): string | null {
	if (!failure.test(text)) return null;
	return splitSentences(text).find((sentence) => lesson.test(sentence.text))?.text ?? null;
}
