import { describe, expect, test } from 'vitest';
import { findApi, type Place } from '../../../src/embed/scorm/discovery';

const api = { LMSInitialize: () => 'true' };

/** The innermost of some nested windows, the outermost given. */
function nested(outermost: Place, depth: number): Place {
	let place: Place = outermost;
	outermost.parent ??= outermost;
	for (let i = 0; i < depth; i++) place = { parent: place, opener: null };
	return place;
}

describe('the API of a course system', () => {
	test.each([0, 1, 2, 499, 500])('is found %i parents up', (depth) => {
		expect(findApi(nested({ ['API' as string]: api }, depth), '1.2')).toBe(api);
	});

	test('is not looked for without end', () => {
		expect(findApi(nested({ ['API' as string]: api }, 501), '1.2')).toBeNull();
		const one: Place = {};
		const two: Place = { parent: one };
		one.parent = two;
		expect(findApi(one, '1.2')).toBeNull();
	});

	test('is found in the window that opened the course, or above it', () => {
		const opener = nested({ ['API_1484_11' as string]: api }, 2);
		expect(findApi(nested({ opener }, 3), '2004')).toBe(api);
		expect(findApi(nested({ opener }, 3), '1.2')).toBeNull();
	});

	test('is not expected in windows of another origin', () => {
		const foreign = new Proxy(
			{},
			{
				get() {
					throw new DOMException('Blocked', 'SecurityError');
				},
			},
		);
		expect(findApi({ parent: foreign, opener: foreign }, '1.2')).toBeNull();
	});

	test('is null where there is nothing at all', () => {
		expect(findApi(nested({ opener: null }, 1), '2004')).toBeNull();
		expect(findApi({ ['API' as string]: 'text' }, '1.2')).toBeNull();
	});
});
