import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { declarations } from '../../src/embed/build/plugin';
import { bundleSdk } from '../../src/embed/build/sdk';
import type { ResultData } from '../../src/embed/messages';
import { frameAddress } from '../../src/embed/sdk/address';
import { statementOf } from '../../src/embed/sdk/xapi';

const entry = fileURLToPath(new URL('../../src/embed/sdk/sdk.ts', import.meta.url));
const site = 'https://dry.example/run/';
const page = 'https://school.example';

describe('the script for other pages', () => {
	test.each(['es', 'iife'] as const)('is small and needs nothing else (%s)', async (format) => {
		const code = await bundleSdk(entry, format, true);
		expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(5000);
		expect(code).not.toMatch(/\bimport\s*[("']|\brequire\(/);
		if (format === 'es') expect(code).toMatch(/export\{/);
	});

	test('has types that stand by themselves and say what is wrong', () => {
		const right = `
			import { mount, toStatement, type ResultData } from './embed';
			const embed = mount(document.body, { exercise: 'lru-cache', theme: 'dark', hide: ['hints'] });
			embed.on('result', (result: ResultData) => {
				toStatement(result, { mbox: 'mailto:a@b.example' }).verb.id.toUpperCase();
			});
			embed.on('resize', ({ height }) => height.toFixed());
			const code: Promise<string> = embed.getCode();
			void code;
			document.querySelector('dry-run')?.embed?.check().then((result) => result?.score.toFixed());`;
		const wrong = `
			import { mount } from './embed';
			mount(document.body, { exercise: 'a', theme: 'sepia' });
			mount(document.body, { exercise: 'a' }).on('results', () => {});`;
		expect(complaints(right)).toEqual([]);
		expect(complaints(wrong)).toHaveLength(2);
	}, 60_000);
});

/** What the compiler says of a program beside the published types. */
function complaints(program: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
	try {
		writeFileSync(join(folder, 'embed.d.ts'), declarations());
		writeFileSync(join(folder, 'use.ts'), program);
		const options: ts.CompilerOptions = {
			strict: true,
			noEmit: true,
			skipDefaultLibCheck: true,
			module: ts.ModuleKind.ESNext,
			moduleResolution: ts.ModuleResolutionKind.Bundler,
			target: ts.ScriptTarget.ES2022,
			lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
			types: [],
		};
		const compiled = ts.createProgram([join(folder, 'use.ts')], options);
		return ts
			.getPreEmitDiagnostics(compiled)
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('the address that the script makes', () => {
	test('names the page that may see code, unless that has no origin', () => {
		const address = frameAddress({ exercise: 'lru-cache', hide: ['hints', 'footer'] }, site, page);
		expect(address).toBe(
			`${site}embed.html#v=1&ex=lru-cache&hide=hints%2Cfooter&origin=https%3A%2F%2Fschool.example`,
		);
		expect(frameAddress({ exercise: 'a' }, site, 'null')).toBe(`${site}embed.html#v=1&ex=a`);
		expect(() => frameAddress({ exercise: 'a', state: 'parent' }, site, 'null')).toThrow(/file/);
		expect(() => frameAddress({}, site, page)).toThrow(/name an exercise/);
	});
});

describe('an xAPI statement', () => {
	const result: ResultData = {
		attempt: 2,
		score: 0.75,
		passed: 3,
		total: 4,
		complete: false,
		report: { status: 'fail', message: null, tests: [] },
		exercise: { slug: 'lru-cache', version: 1, title: 'Keep the entries used last' },
		exerciseHash: 'e',
		codeHash: 'c',
		trust: 'client',
	};
	const actor = { name: 'Ana', mbox: 'mailto:ana@school.example' };
	const activity = `${site}#/practice/lru-cache`;
	const now = new Date('2026-03-01T10:00:00Z');

	test('says what happened, with the score in bounds', () => {
		expect(statementOf(result, actor, activity, now)).toEqual({
			actor: { objectType: 'Agent', ...actor },
			verb: { id: 'http://adlnet.gov/expapi/verbs/failed', display: { en: 'failed' } },
			object: {
				objectType: 'Activity',
				id: activity,
				definition: {
					type: 'http://adlnet.gov/expapi/activities/assessment',
					name: { en: 'Keep the entries used last' },
				},
			},
			result: {
				score: { scaled: 0.75, raw: 3, min: 0, max: 4 },
				success: false,
				completion: false,
				extensions: {
					[`${site}xapi/attempt`]: 2,
					[`${site}xapi/exercise-hash`]: 'e',
					[`${site}xapi/code-hash`]: 'c',
					[`${site}xapi/trust`]: 'client',
				},
			},
			timestamp: '2026-03-01T10:00:00.000Z',
		});
	});

	test('has no range where no test ran, and passes when all hold', () => {
		const none = { ...result, passed: 0, total: 0, score: 7 };
		const broken = { ...none, report: { ...result.report, status: 'error' as const } };
		expect(statementOf(broken, actor, activity, now)).toMatchObject({
			verb: { display: { en: 'attempted' } },
			result: { score: { scaled: 1 } },
		});
		expect(statementOf(broken, actor, activity, now).result.score).not.toHaveProperty('max');
		const all = { ...result, passed: 4, score: 1, complete: true };
		expect(statementOf(all, actor, activity, now)).toMatchObject({
			verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
			result: { success: true, completion: true },
		});
	});
});
