import type { Standard } from './discovery';

/** What the launch page of a package tells its script. */
export type Settings = {
	standard: Standard;
	/** Where the embed is, ending in a slash; relative in a package that carries it. */
	site: string;
	/** What goes after the `#` of the embed's address. */
	parameters: string;
	title: string;
};
