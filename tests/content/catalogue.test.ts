import { describe, expect, test } from 'vitest';
import { catalogue, kinds, loadChallenge, topics, tracks } from '../../src/content/catalogue';

describe('the catalogue that the app imports', () => {
	test('lists challenges without their texts', () => {
		expect(catalogue.length).toBeGreaterThan(0);
		for (const meta of catalogue) {
			expect(Object.keys(meta)).toEqual([
				'slug',
				'version',
				'title',
				'summary',
				'kind',
				'difficulty',
				'minutes',
				'topics',
				'roles',
				'skills',
				'limits',
			]);
		}
	});

	test('puts every challenge under its kind and each of its roles, in the same order', () => {
		for (const group of [...kinds, ...tracks]) {
			const wanted = catalogue
				.filter((meta) => meta.kind === group.id || meta.roles.some((role) => role === group.id))
				.map((meta) => meta.slug);
			expect(group.challenges).toEqual(wanted);
		}
		expect(kinds.flatMap((kind) => kind.challenges).sort()).toEqual(
			catalogue.map((meta) => meta.slug).sort(),
		);
	});

	test('knows every topic', () => {
		const known = topics.map((topic) => topic.id);
		for (const meta of catalogue) expect(known).toEqual(expect.arrayContaining(meta.topics));
	});

	test('fetches a whole challenge', async () => {
		const meta = catalogue[0]!;
		const outcome = await loadChallenge(meta.slug);
		expect(outcome).toMatchObject({ ok: true, value: meta });
		if (!outcome.ok) return;
		expect(outcome.value.prompt).toContain('<pre tabindex="0"><code class="language-python">');
		expect(outcome.value.hints.length).toBeGreaterThanOrEqual(3);
		expect(outcome.value.debrief).toContain('<h3>');
		expect(outcome.value.starter).not.toBe(outcome.value.solution);
	});

	test('says so when a challenge does not exist', async () => {
		for (const slug of ['no-such-thing', 'constructor', '']) {
			expect(await loadChallenge(slug)).toEqual({ ok: false, error: { kind: 'unknown', slug } });
		}
	});
});
