import type { AttemptFile } from '../../core/attemptfile';
import { attemptFormat } from '../../core/attemptfile';
import { split } from '../../core/intake/found';
import { explainFile } from '../../core/textfile';
import { readAttemptFile } from '../../storage/backup/attemptfile';
import { readTexts, Unreadable } from './disk';

/** A program that is to be judged. `attempt` is the file that it came in, null for a plain program. */
export type Program = { name: string; code: string; attempt: AttemptFile | null };

/** The programs of a file or folder, in the order of their paths, and what could not be read. */
export async function readPrograms(
	path: string,
	beside: string[],
): Promise<{ programs: Program[]; problems: string[] }> {
	const files = await readTexts(path);
	const alone = files.length === 1;
	const programs: Program[] = [];
	const problems: string[] = [];
	for (const file of files) {
		const name = alone ? file.path : file.path.slice(file.path.indexOf('/') + 1);
		if (name.endsWith('.py') && (alone || isProgram(name, beside))) {
			programs.push({ name, code: file.text.replace(/^\uFEFF/, ''), attempt: null });
		} else if (name.endsWith('.json') && (alone || file.text.includes(attemptFormat))) {
			const read = readAttemptFile(file.text);
			if (read.ok) programs.push({ name, code: read.value.code, attempt: read.value });
			else problems.push(`${name}: ${explainFile(read.error)}`);
		}
	}
	if (programs.length === 0 && problems.length === 0) {
		throw new Unreadable(`"${path}" holds no program (.py) and no attempt file (.json).`);
	}
	return { programs, problems };
}

function isProgram(path: string, beside: string[]): boolean {
	const { name } = split(path);
	if (path.split('/').some((part) => part.startsWith('.'))) return false;
	if (/(_test|^test_.*|^conftest|^__init__|^tests)\.py$/.test(name)) return false;
	return !beside.includes(name);
}
