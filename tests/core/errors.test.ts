import { describe, expect, test } from 'vitest';
import { explain, failure, success } from '../../src/core/errors';

describe('an expected outcome', () => {
	test('is one of two', () => {
		expect(success(1)).toEqual({ ok: true, value: 1 });
		expect(failure({ kind: 'quota' })).toEqual({ ok: false, error: { kind: 'quota' } });
	});

	test.each([
		[{ kind: 'too-large', bytes: 60 * 1024 * 1024 + 1, limit: 50 * 1024 * 1024 }, '61 MB'],
		[{ kind: 'unreadable', detail: 'at position 9' }, 'at position 9'],
		[{ kind: 'not-a-backup' }, 'not a backup'],
		[{ kind: 'newer-format', found: 3, known: 1 }, 'format 3'],
		[{ kind: 'invalid', where: 'stores.notes.0', detail: 'no text' }, 'stores.notes.0: no text'],
		[{ kind: 'not-stored', error: { kind: 'quota' } }, 'Nothing was imported. There is no space'],
		[{ kind: 'not-loaded' }, 'reload the page'],
		[{ kind: 'unknown', slug: 'lru' }, '“lru”'],
		[{ kind: 'unreachable', slug: 'lru', detail: '' }, 'connected'],
		[{ kind: 'newer' }, 'reload this tab'],
		[{ kind: 'blocked' }, 'Another tab'],
	] as const)('%j is told in words', (error, words) => {
		expect(explain(error)).toContain(words);
	});
});
