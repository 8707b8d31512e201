/** `Class.test_method` of every test of a `unittest` text, as far as the text shows. */
export function testNames(source: string): string[] {
	let owner: string | null = null;
	const found: string[] = [];
	for (const line of source.split('\n')) {
		const [, name] = /^class (\w+)/.exec(line) ?? [];
		if (name) owner = name;
		const [, bare] = /^(?:async )?def (test\w*)\(/.exec(line) ?? [];
		if (bare) found.push(bare);
		if (/^(async def|def|if) /.test(line)) owner = null;
		const [, method] = /^(?: {2,8}|\t)(?:async )?def (test\w*)\(/.exec(line) ?? [];
		if (owner && method) found.push(`${owner}.${method}`);
	}
	return found;
}
