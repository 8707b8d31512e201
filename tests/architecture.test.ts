import { describe, expect, test } from 'vitest';
import { wrongTurns } from './architecture/rooms';
import { importsOf, linesWithAny, readFolders, readSources } from './architecture/source';

const scripts = readSources('src', ['.ts', '.svelte', '.mjs', '.js']);
const everything = readSources('src', ['.ts', '.svelte', '.mjs', '.js', '.css', '.py']);
const own = [...scripts, ...readSources('tests', ['.ts'])];

describe('the house', () => {
	test('is read at all', () => {
		expect(scripts.length).toBeGreaterThan(20);
		expect(scripts.flatMap(importsOf).length).toBeGreaterThan(40);
	});

	test('is imported one way', () => {
		expect(wrongTurns(scripts)).toEqual([]);
	});

	test('names folders after boundaries', () => {
		const vague = readFolders('src').filter((path) => /\/(utils?|helpers?|common)$/.test(path));
		expect(vague).toEqual([]);
	});

	test('says what every type is', () => {
		const vague = own.flatMap((source) =>
			linesWithAny(source).map((line) => `${source.path}:${line}`),
		);
		expect(vague).toEqual([]);
	});

	test('has no file of more than 300 lines', () => {
		const long = everything
			.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
			.filter(({ lines }) => lines > 300);
		expect(long).toEqual([]);
	});

	test('has a core that knows no library, no clock, no chance and no page', () => {
		const core = scripts.filter(({ path }) => path.startsWith('src/core/'));
		const impure = core.filter(
			(source) =>
				importsOf(source).some((specifier) => !specifier.startsWith('.')) ||
				/\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bcrypto\.|\b(document|window|navigator)\./.test(
					source.text,
				),
		);
		expect(impure.map(({ path }) => path)).toEqual([]);
		expect(core.length).toBeGreaterThan(5);
	});

	test('keeps databases and workers out of what is seen', () => {
		const seen = scripts.filter(({ path }) => /^src\/(ui|routes)\//.test(path));
		const reaching = seen.filter(
			(source) =>
				importsOf(source).includes('idb') || /\bindexedDB\b|\bnew Worker\(/.test(source.text),
		);
		expect(reaching.map(({ path }) => path)).toEqual([]);
	});

	test('lets nobody but the content room know the challenges', () => {
		const knowing = scripts.filter(
			(source) =>
				!source.path.startsWith('src/content/') &&
				importsOf(source).some((specifier) => specifier.includes('virtual:challenge')),
		);
		expect(knowing.map(({ path }) => path)).toEqual([]);
	});
});

describe('the rule of one direction', () => {
	test.each([
		['src/core/a.ts', "import { b } from '../coach/b';"],
		['src/core/a.ts', "import type { b } from '../storage/b';"],
		['src/storage/a.ts', "export { b } from '../content/b';"],
		['src/storage/backup/a.ts', "const b = await import('../../runtime/b');"],
		['src/storage/a.ts', "type B = import('../state/b').B;"],
		['src/runtime/a.ts', "new Worker(new URL('../editor/b.ts', import.meta.url));"],
		['src/runtime/a.ts', "import text from '../storage/b.py?raw';"],
		['src/state/a.svelte.ts', "import B from '../ui/B.svelte';"],
		[
			'src/ui/A.svelte',
			'<p>…</p>\n<script lang="ts">\n\timport B from \'../routes/B.svelte\';\n</script>',
		],
		['src/routes/A.svelte', "<script module>import '../App.svelte';</script>"],
		['src/main.ts', "import '../challenges/tracks.json';"],
		['src/state/a.ts', "import { b } from '../../tests/bench/b';"],
		['src/cli/a.ts', "import { b } from '../../tests/core/b';"],
		['src/helpers/a.ts', ''],
	])('finds the wrong turn in %s: %s', (path, text) => {
		expect(wrongTurns([{ path, text }])).toHaveLength(1);
	});

	test.each([
		['src/coach/a.ts', "import { b } from '../core/b';"],
		[
			'src/storage/backup/a.ts',
			"import { b } from '../drafts';\nimport { c } from '../../core/c';",
		],
		['src/state/a.ts', "import { b } from '../storage/b';\nimport { openDB } from 'idb';"],
		['src/routes/A.svelte', "<script>import B from '../ui/B.svelte';</script>"],
		['src/main.ts', "import App from './App.svelte';\nimport './routes/a';"],
		['src/main.ts', "import { version } from '../package.json';"],
		['src/cli/a.ts', "import { b } from '../../tests/bench/b';"],
		['src/cli/a.ts', "const root = new URL('../..', import.meta.url);"],
		['src/core/a.ts', "// import { b } from '../ui/b';\nconst text = \"import '../ui/b'\";"],
	])('lets %s pass: %s', (path, text) => {
		expect(wrongTurns([{ path, text }])).toEqual([]);
	});
});

describe('the rule of known types', () => {
	test('finds the lines, in components too', () => {
		const text =
			'<p>any</p>\n<script>\nlet x: any;\n</script>\n<script module>\nlet y = [] as any[];\n</script>';
		expect(linesWithAny({ path: 'A.svelte', text })).toEqual([3, 6]);
		expect(linesWithAny({ path: 'a.ts', text: '// any\nconst any = "any";' })).toEqual([]);
	});
});
