/** Where this site is: its address up to the last slash. */
export function siteAddress(): string {
	return new URL('.', location.href.replace(/[?#].*$/, '')).href;
}
