/** Hands a text over as a file. */
export function download(name: string, text: string, type: string): void {
	downloadFile(name, new Blob([text], { type }));
}

/** Hands a file over. */
export function downloadFile(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
