import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../src/content/collection';

const directory = fileURLToPath(new URL('../../challenges', import.meta.url));
const { folders } = await readCollection(directory);
const testing = folders.filter(({ challenge }) => challenge.kind === 'testing');

test('there are testing challenges', () => {
	expect(testing.length).toBeGreaterThanOrEqual(6);
});

describe.each(testing)('$challenge.slug', ({ challenge }) => {
	test('shows the module that it gives, word for word', async () => {
		const [, name] = /^GIVEN = \{"(\w+)": [A-Z]+\}$/m.exec(challenge.tests) ?? [];
		const [, source] = /^[A-Z]+ = '''([\s\S]*?)'''/m.exec(challenge.tests) ?? [];
		expect(name).toBeTruthy();
		const prompt = await readFile(`${directory}/code/${challenge.slug}/prompt.md`, 'utf8');
		expect(prompt).toContain(`\`${name}.py\`:\n\n\`\`\`python\n${source}\`\`\`\n`);
	});

	test('tries at least five bugs and two right implementations', () => {
		const bad = challenge.tests.slice(challenge.tests.indexOf('class Bugs'));
		expect(bad.match(/^ {12}"[^"]+": /gm)?.length).toBeGreaterThanOrEqual(5);
		expect(challenge.tests).toMatch(/good=\[\w+, \w+\]/);
	});
});
