import * as v from 'valibot';
import { failure, success, type BackupError, type Result } from '../../core/errors';
import { formatName, formatVersion, largest } from './format';
import { backupSchema, type BackupFile } from './schema';

/** Reads a file that claims to be a backup; touches nothing. */
export async function readBackup(file: Blob): Promise<Result<BackupFile, BackupError>> {
	if (file.size > largest) {
		return failure({ kind: 'too-large', bytes: file.size, limit: largest });
	}
	try {
		return parseBackup(await file.text());
	} catch (problem) {
		return failure({ kind: 'unreadable', detail: String(problem) });
	}
}

/** The same for the text of a file. */
export function parseBackup(text: string): Result<BackupFile, BackupError> {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (problem) {
		const detail = problem instanceof Error ? problem.message : String(problem);
		return failure({ kind: 'unreadable', detail });
	}
	const head = v.safeParse(
		v.object({ format: v.literal(formatName), formatVersion: v.number() }),
		content,
	);
	if (!head.success) return failure({ kind: 'not-a-backup' });
	const found = head.output.formatVersion;
	if (found > formatVersion) return failure({ kind: 'newer-format', found, known: formatVersion });
	const whole = v.safeParse(backupSchema, content);
	if (whole.success) return success(whole.output);
	const [issue] = whole.issues;
	return failure({
		kind: 'invalid',
		where: v.getDotPath(issue) ?? 'the top',
		detail: issue.message,
	});
}
