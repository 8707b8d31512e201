const tense =
	'(?:(?!need|feed|speed|embed|exceed|proceed|succeed|indeed)[a-z]{2,}ed|had|ran|saw|found|built|wrote|kept|took|got|cut|moved|spent|lost|made|went|hit|sent|held|chose|threw|caught|broke|brought|learnt|was|were|paid|gave|knew|began|grew)';

/** Something that somebody did, had or saw at work. */
const experience = pattern(
	`(?:i|we|somebody|someone|a colleague|the team)(?:'ve|'d| have| had| once| also| only| first| then| later| [a-z]+ly){0,2} ${tense}`,
	'(?:our|my) (?!answer|opinion|guess|view|understanding)[a-z-]+',
	'in production|at work|on call|on a project|in one project|in a project|in a service|in an incident',
	'last (?:week|month|quarter|year|spring|summer|autumn|winter|sprint)|(?:one|two|three|four|five|six|some|several) (?:days|weeks|months|years) ago',
	'one of (?:our|my)|code review',
);

/** A case made concrete in so many words. */
const announced = pattern(
	'for example|for instance|e\\.g\\.?|as an example|an example (?:is|was|would be)|take (?:a|an|the|our|my)|imagine|suppose|picture a|concretely|a test that|a typical case|one case|say (?:we|you|a|an|our|the)|say,',
);

const tradeOff = pattern(
	'trade[- ]?offs?|trad(?:e|es|ed|ing) (?:[a-z]+ ){0,4}(?:for|against|away)|on the other hand|at the (?:cost|price|expense) of|in exchange|in return',
	'(?:the|its|their|that|this|one|a|real|small|main|only) (?:cost|price|catch|downside|drawback|disadvantage|limit|limitation|risk|penalty) (?:is|was|are|being|of)',
	'downsides?|drawbacks?|disadvantages?|however|the flip side|pays? (?:for|off|with|in)|paid (?:for|with|in)|you pay|we pay|we paid|i pay',
	'(?:is|are|was|were)(?: not|n.t)? worth|not worth|only worth|worth (?:it|the|paying)',
	'but (?:it|that|this|they|you|we|i|the|then|only|each|every|now)?[^.;]{0,60}(?:cost|costs|slower|loses?|lost|gives? up|gave up|needs?|harder|more (?:memory|code|work|complex)|extra|worse|no longer|cannot|can.t|must|complicat|risk|pay)',
	'(?:costs?|cost us|uses?|takes?|needs?|used|took) (?:more|extra|about|roughly|an? extra|a little more)',
	'(?:only|except) (?:when|if|where|while)|unless|it depends|depends on (?:whether|how|what|the)|rather than|instead of|wins? (?:when|if|once|as soon)|loses? (?:when|if|once)',
	'(?:slower|harder|heavier|bigger|larger|dearer|worse|more (?:ram|memory|code|work|space|time|effort)) (?:[a-z]+ ){0,4}than',
	'(?:makes?|made|making) [^.;]{0,40}(?:slower|harder|heavier|longer|dearer|bigger)|(?:somewhat|slightly|a bit|a little) (?:slower|harder|longer)',
	'(?:it|that|which) does mean|for us (?:it|that|this) was (?:okay|ok|acceptable|fine)|different for|but then',
	'(?:if|when|where|once|for) [^.;]{0,80}(?:i|we)(?:.d| would) (?:rather|keep|stay|prefer|skip|leave|go back)',
	"i (?:would|'d) (?:not|still|only|rather)|would(?: not|n.t) (?:use|do|bother|reach)|gives? up|gave up|giv(?:e|es|ing) away|sacrific",
);

const definition = pattern(
	'(?:is|are) (?:basically |essentially |simply |just )?(?:an?|the) [a-z-]+',
	'(?:is|are) (?:defined|called|known|used|declared|created) (?:as|to|for|in|with|by|when)|stands? for|refers? to|consists? of|means? that|is when|is where|is how',
	'allows? (?:you|us|one|a|the|to)|lets? (?:you|us)|is a way (?:of|to)|keyword|syntax|there are (?:two|three|four|five|several|many) (?:types|kinds|ways|main)|in python,? (?:a|an|the|we|you)',
	'you (?:write|define|declare|create|import|call|put|type|use)',
);

/** Growth, memory or a measured time: what an operation costs, not that it is "fast". */
const cost = pattern(
	'o ?\\([^)]{1,14}\\)|(?:big )?o of|(?:constant|linear|quadratic|logarithmic|amorti[sz]ed|exponential)(?:ly)?',
	'memory|ram|bytes?|[kmgt]i?b|kilobytes?|megabytes?|gigabytes?|heap|peak|allocat\\w*|leaks?|footprint',
	'latency|latencies|throughput|overhead|bottleneck|profil\\w+|benchmark\\w*|cpu time|per second|requests a second|round trips?',
	'costs?|costly|cheap\\w*|expensive|slow\\w*|too long|(?:milli|micro|nano)?seconds?|ms|minutes?|hours?',
	'(?:every|each|all(?: of)?(?: the)?|per) (?:other |remaining |single )?(?:item|element|row|record|call|request|lookup|iteration|pass)s? (?:has|have|must|need|is|are|again|moves?)|scales?|grows? with|proportional',
);

const vagueCost = pattern(
	'fast\\w*|efficien\\w+|quick\\w*|perform(?:ance|ant|s)\\b|optimi[sz]\\w+|lightweight|better',
);

const unit =
	'(?:ms|milliseconds?|microseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|percent|per cent|times|fold|rows?|records?|requests?|users?|customers?|calls?|queries|items?|elements?|entries|events?|messages?|files?|tasks?|jobs?|threads?|processes|workers?|cores?|lines?|tests?|bugs?|tickets?|engineers?|people|dollars?|euros?|bytes?|kilobytes?|megabytes?|gigabytes?|terabytes?|[kmgt]i?b|hundred|thousand|million|billion|pages?|connections?|partitions?|tables?|columns?|endpoints?|services?|machines?|retries|attempts|failures|errors?|objects?|instances?|orders?|devices?|hosts?|servers?)';
const count =
	'(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|one hundred|a thousand|one thousand|a million|one million|half a|a dozen|hundreds of|thousands of|millions of)';
const figure = pattern(
	`${count}(?:[- ](?:[a-z]+)){0,2}[- ]${unit}`,
	'a (?:hundred|thousand|million|billion|dozen) [a-z]+|(?:halved|doubled|tripled|quadrupled)|(?:half|a third|a quarter|a fifth|a tenth|two thirds|three quarters|twice) (?:of|as|the|that)|from [a-z-]+ (?:[a-z]+ )?(?:down )?to (?:under |about |below )?(?:[a-z-]+ )?[a-z]*(?:seconds|minutes|hours|ms|percent)',
);
/** A number of its own, not the one in `pop(0)`, `utf-8` or `Python 3.12`. */
const digits =
	/(?<![\w.([`-])(?<!\b(?:python|version|http|error|status|step|port|rfc|pep|utf|sha|chapter|option|code) )(?<!^)\d[\d,._]*(?:\s?%|[a-z]{0,3}\b)(?![\w(])/i;

function pattern(...parts: string[]): RegExp {
	return new RegExp(`(?<![\\w-])(?:${parts.join('|')})(?![\\w-])`, 'i');
}

function found(expression: RegExp): (sentence: string) => boolean {
	return (sentence) => expression.test(sentence.replace(/[’‘]/g, "'"));
}

/** Tells of something done, had or seen at work. */
export const isExperience = found(experience);
/** Tells a concrete case, lived or made up. */
export const isExample = (sentence: string) => isExperience(sentence) || found(announced)(sentence);
/** Weighs one thing against another. */
export const isTradeOff = found(tradeOff);
/** Says what something is or how it is written. */
export const isDefinition = found(definition);
/** Says what something costs: growth, memory, measured time. */
export const isCost = found(cost);
/** Says that something is fast or efficient, and leaves it there. */
export const isVagueCost = found(vagueCost);

/** Gives a figure: a measured or counted amount. */
export function isFigure(sentence: string): boolean {
	return figure.test(sentence) || digits.test(` ${sentence}`);
}
