import type { Standard } from './discovery';

/** What a package's manifest says. `files`: paths within the zip, the launch page first. */
export type Contents = { slug: string; version: number; title: string; files: string[] };

const namespaces = {
	'1.2': {
		xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
		'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
	},
	'2004': {
		xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
		'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
		'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
	},
} as const;

const editions = { '1.2': '1.2', '2004': '2004 4th Edition' } as const;

/** `imsmanifest.xml` of a package with one SCO. */
export function manifest(standard: Standard, contents: Contents): string {
	const { slug, version, title, files } = contents;
	const modern = standard === '2004';
	const spaces = Object.entries(namespaces[standard])
		.map(([name, uri]) => `\n\t${name}="${uri}"`)
		.join('');
	const kind = modern ? 'adlcp:scormType' : 'adlcp:scormtype';
	const name = escapeXml(title);
	const list = files.map((file) => `\t\t\t<file href="${escapeXml(encodeURI(file))}"/>`);
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="dryrun-${slug}" version="${version}"${spaces}>
	<metadata>
		<schema>ADL SCORM</schema>
		<schemaversion>${editions[standard]}</schemaversion>
	</metadata>
	<organizations default="course">
		<organization identifier="course">
			<title>${name}</title>
			<item identifier="exercise" identifierref="sco">
				<title>${name}</title>${modern ? delivery : ''}
			</item>${modern ? control : ''}
		</organization>
	</organizations>
	<resources>
		<resource identifier="sco" type="webcontent" ${kind}="sco" href="${escapeXml(files[0] ?? '')}">
${list.join('\n')}
		</resource>
	</resources>
</manifest>
`;
}

/** Status comes from the SCO alone: without this some course systems assume a pass on exit. */
const delivery = `
				<imsss:sequencing>
					<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
				</imsss:sequencing>`;

const control = `
			<imsss:sequencing>
				<imsss:controlMode choice="true" flow="true"/>
			</imsss:sequencing>`;

/** A text as it stands in XML or HTML; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
	return text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
