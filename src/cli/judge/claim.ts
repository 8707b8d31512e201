import { ownTests } from '../../core/constraint';
import type { AttemptFile } from '../../core/attemptfile';
import type { LocalExercise } from '../../core/pack';
import type { Report } from '../../core/report';
import { hashOf } from '../../core/hash';
import { sha256 } from '../../core/sha256';

/** Where an attempt file's claims are not what was found, as sentences; none when all is the same. */
export function differences(
	attempt: AttemptFile,
	exercise: LocalExercise,
	found: Report,
): string[] {
	const { report: claimed, exercise: judged } = attempt;
	const words: string[] = [];
	if (judged.slug !== exercise.slug) words.push(`it is an attempt at ${judged.slug}`);
	else if (judged.hash !== hashOf(exercise))
		words.push('it was judged by another version of the exercise');
	if (sha256(attempt.code) !== attempt.codeHash)
		words.push('the code is not the code that was hashed');
	if (claimed.status !== found.status) {
		words.push(`it claims "${claimed.status}", the judge says "${found.status}"`);
	}
	const now = new Map(found.tests.map((test) => [test.id, test.status]));
	for (const { id, status } of ownTests(claimed)) {
		const here = now.get(id);
		if (here === undefined) words.push(`there is no test ${id}`);
		else if (here !== status) words.push(`${id}: claimed "${status}", found "${here}"`);
		now.delete(id);
	}
	for (const id of now.keys()) words.push(`${id} is missing from the claim`);
	if (words.length === 0 && JSON.stringify(ownTests(claimed)) !== JSON.stringify(found.tests)) {
		words.push('messages or costs in the claimed report are not those that were found');
	}
	return words;
}
