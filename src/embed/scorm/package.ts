import { failure, success, type Result } from '../../core/errors';
import type { Standard } from './discovery';
import { makeArchive, type Entry } from './archive';
import { escapeXml, manifest } from './manifest';
import type { Settings } from './settings';

/** `thin` frames the site, which has to be reachable; `full` carries the app. */
export type Reach = 'thin' | 'full';

/** What the build says of itself: the SCO's script, and the files that an embed may need. */
export type SiteFiles = { sco: string; files: { path: string; bytes: number }[] };

export type Order = {
	standard: Standard;
	reach: Reach;
	slug: string;
	version: number;
	title: string;
	/** What goes after the `#` of the embed's address. */
	parameters: string;
	/** Address of the site, ending in a slash. */
	site: string;
};

export type PackageError =
	/** The list of the site's files cannot be had; where the site is not built there is none. */
	{ kind: 'no-list' } | { kind: 'no-file'; path: string } | { kind: 'called-off' };

/** Makes a package in the browser. `progress`: part done, 0 to 1. */
export async function makePackage(
	order: Order,
	fetchFile: (path: string) => Promise<Uint8Array>,
	progress: (part: number) => void,
	wanted: AbortSignal,
): Promise<Result<Blob, PackageError>> {
	const list = await readList(fetchFile);
	if (!list) return failure({ kind: 'no-list' });
	const carried = order.reach === 'full' ? list.files : [];
	const page = launchPage(order);
	const names = ['index.html', 'sco.js', ...carried.map(({ path }) => `app/${path}`)];
	const text = (path: string, content: string): Entry => ({
		path,
		content: async () => new TextEncoder().encode(content),
	});
	let missing: string | null = null;
	const entries: Entry[] = [
		text('imsmanifest.xml', manifest(order.standard, { ...order, files: names })),
		text('index.html', page),
		text('sco.js', list.sco),
		...carried.map(({ path }) => ({
			path: `app/${path}`,
			content: () =>
				fetchFile(path).catch((error: unknown) => {
					missing = path;
					throw error;
				}),
		})),
	];
	const total = carried.reduce((sum, { bytes }) => sum + bytes, page.length + list.sco.length);
	try {
		const blob = await makeArchive(entries, (done) => progress(Math.min(1, done / total)), wanted);
		return blob ? success(blob) : failure({ kind: 'called-off' });
	} catch (error) {
		if (wanted.aborted) return failure({ kind: 'called-off' });
		if (missing === null) throw error;
		return failure({ kind: 'no-file', path: missing });
	}
}

/** What a package is called as a file. */
export function packageName({ slug, standard, reach }: Order): string {
	return `${slug}-scorm-${standard.replace('.', '-')}-${reach}.zip`;
}

/** One or two plain sentences. */
export function explainPackage(error: PackageError): string {
	switch (error.kind) {
		case 'no-list':
			return 'The list of this site’s files could not be fetched. Packages are made from the built site; try again when you are connected.';
		case 'no-file':
			return `“${error.path}” could not be fetched, so the package would not be whole. Try again when you are connected, or reload the page if the app was updated.`;
		case 'called-off':
			return 'No package was made.';
	}
}

/** The page that a course system launches. */
export function launchPage({ standard, reach, title, parameters, site }: Order): string {
	const settings: Settings = {
		standard,
		site: reach === 'full' ? './app/' : site,
		parameters,
		title,
	};
	// A closing tag in a title must not end the script.
	const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<title>${escapeXml(title)}</title>
		<style>
			:root { color-scheme: light dark; }
			body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }
			#note { position: sticky; bottom: 0; margin: 0; padding: 8px 16px; border-top: 1px solid light-dark(#e7e1d6, #322d26); background: light-dark(#faf8f4, #171512); color: light-dark(#1f1b16, #ece6db); }
			#note:empty { display: none; }
		</style>
	</head>
	<body>
		<noscript>This exercise runs Python in the browser, and needs JavaScript for it.</noscript>
		<main id="exercise"></main>
		<p id="note" role="status"></p>
		<script id="settings" type="application/json">${json}</script>
		<script src="sco.js"></script>
	</body>
</html>
`;
}

async function readList(
	fetchFile: (path: string) => Promise<Uint8Array>,
): Promise<SiteFiles | null> {
	try {
		const list = JSON.parse(new TextDecoder().decode(await fetchFile('scorm.json'))) as SiteFiles;
		return typeof list.sco === 'string' && Array.isArray(list.files) ? list : null;
	} catch {
		return null;
	}
}
