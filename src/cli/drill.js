// `npm run drill -- <slug>`: which phrasing earns which point in which sentence, and what else scores.
import { createServer } from 'vite';
import { root } from './tool.js';

const server = await createServer({
	root,
	configFile: false,
	logLevel: 'error',
	server: { middlewareMode: true, ws: false },
	optimizeDeps: { noDiscovery: true },
});
const load = (path) => server.ssrLoadModule(path);
const { readAnswers } = await load('/src/content/answers.ts');
const { describe } = await load('/src/content/problem.ts');
const { contextOf, scoreAnswer } = await load('/src/coach/answer.ts');
const { findMistakes } = await load('/src/coach/mistakes.ts');
const { wordsIn } = await load('/src/coach/clarity.ts');

const percent = (part) => `${Math.round(part * 100)} %`;

function tell(drill, title, text) {
	const score = scoreAnswer(drill, { text });
	console.log(`\n${title}: ${wordsIn(text)} words, ${percent(score.coverage)} of the points`);
	for (const { id, sentence, phrase } of score.points) {
		const where = sentence === null ? '–' : `“${phrase}” in: ${score.sentences[sentence].text}`;
		console.log(`  ${id.padEnd(14)} ${where}`);
	}
	const missing = Object.keys(score.structure).filter((part) => score.structure[part] === null);
	console.log(`  structure lacks: ${missing.join(', ') || 'nothing'}`);
	for (const { name, sentence } of findMistakes(text, contextOf(drill))) {
		console.log(`  ${name}: ${sentence}`);
	}
}

const { drills, problems } = await readAnswers(`${root}/challenges`);
const slug = process.argv[2] ?? '';
const drill = drills.find((candidate) => candidate.slug === slug);
for (const problem of problems) console.log(describe(problem));
if (drill) {
	tell(drill, 'Model answer', drill.model.text);
	tell(drill, `Weak answer (to be caught as ${drill.weak.mistake})`, drill.weak.text);
	console.log('\nModel answers of other drills that earn something here:');
	for (const other of drills) {
		const { coverage, points } = scoreAnswer(drill, { text: other.model.text });
		if (other === drill || coverage === 0) continue;
		const earned = points
			.filter(({ phrase }) => phrase)
			.map(({ id, phrase }) => `${id} “${phrase}”`);
		console.log(`  ${percent(coverage).padStart(5)} ${other.slug}: ${earned.join(', ')}`);
	}
} else {
	const known = drills.map((known) => known.slug).join(' ');
	console.log(`There is no drill “${slug}” that can be read. There are: ${known}`);
	process.exitCode = 1;
}
await server.close();
