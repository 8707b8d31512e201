import type { Options } from './types';

/** Options that are called otherwise in an address. */
const renamed: Readonly<Record<string, string>> = { exercise: 'ex', pack: 'src', inline: 'x' };
const notInAddress = ['site', 'title'];

/** The frame's address. `page` is the origin of the page around it; `null` for a plain file. */
export function frameAddress(options: Options, site: string, page: string): string {
	if (!options.exercise && !options.pack && !options.inline)
		throw new Error('Dry Run: name an exercise, a pack, or an inline exercise.');
	const query = new URLSearchParams({ v: '1' });
	for (const [name, value] of Object.entries(options)) {
		if (notInAddress.includes(name) || value === undefined || value === false) continue;
		query.set(renamed[name] ?? name, value === true ? '1' : String(value));
	}
	// The page that mounts an exercise may see what is written in it.
	if (/^https?:/.test(page)) query.set('origin', page);
	else if (options.state === 'parent')
		throw new Error('Dry Run: state "parent" needs a page on http or https, not a file.');
	return new URL(`embed.html#${query}`, site).href;
}
