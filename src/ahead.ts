// Evaluated before the page's own modules: an exercise is no use without Python, whose files and whose
// frame take longer than anything else.

/** Settles once Python's files have been asked for, where the page is about to need them. */
export const asked: Promise<unknown> = location.hash.startsWith('#/practice/')
	? import('./runtime/python').then(({ cagedPython }) => cagedPython().warm())
	: Promise.resolve();
