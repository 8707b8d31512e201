/** Why a file that was handed to us could not be taken; sentences by `explainFile`. */
export type FileError =
	| { kind: 'not-json'; detail: string }
	| { kind: 'other-format'; wanted: string }
	| { kind: 'newer'; found: number; known: number }
	| { kind: 'damaged'; where: string; detail: string };

/** One or two plain sentences; they go after the file's name and a colon. */
export function explainFile(error: FileError): string {
	switch (error.kind) {
		case 'not-json':
			return `it is not complete JSON, so it may be cut off or damaged (${error.detail}).`;
		case 'other-format':
			return `it is not ${error.wanted}.`;
		case 'newer':
			return `it has version ${error.found}, and this reads up to ${error.known}. Update Dry Run first.`;
		case 'damaged':
			return `it is damaged at ${error.where}: ${error.detail}`;
	}
}
