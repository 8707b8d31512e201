import { serve } from '../../src/cli/site.js';

/** The built site, or another build of it that `DIST` names. */
export const folder = process.env.DIST;

export type Site = { address: string; close(): Promise<unknown> };

/** Serves the built site on a free port, below `base`. */
export async function startSite(
	options: { folder?: string; base?: string; shared?: boolean } = {},
): Promise<Site> {
	return await serve({ ...(folder && { folder }), ...options });
}
