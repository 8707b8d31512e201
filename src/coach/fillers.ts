/** A stretch of a text. */
export type Span = { text: string; start: number; end: number };

const fillers =
	/\b(?:um+|uh+|erm+|er|hmm+|basically|literally|actually|obviously|honestly|you know|i mean|kind of|sort of|or something|and stuff|stuff like that|and things like that|and so on|so yeah|yeah|at the end of the day|to be honest|as i said|like i said)\b|,\s*like,|,\s*right\?/gi;

const hedges =
	/\b(?:maybe|perhaps|probably|possibly|presumably|i think|i guess|i believe|i suppose|i assume|i am not sure|i'm not sure|not (?:really |entirely |totally |quite )?sure|i don't (?:really )?know|if i remember(?: correctly| right)?|if i'm not (?:wrong|mistaken)|as far as i know|might be|could be|may be|somehow|something like that|should be (?:fine|ok|okay|good|enough)|more or less|in some way|i would say|i'd say|i feel like|it seems|seems to|or so i think|hopefully)\b/gi;

/** Words that fill time. */
export const fillersIn = (text: string) => spans(text, fillers);
/** Words that take back what is said. */
export const hedgesIn = (text: string) => spans(text, hedges);

function spans(text: string, expression: RegExp): Span[] {
	return [...text.replace(/[’‘]/g, "'").matchAll(expression)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
}
