import type { Attempt } from './attempt';
import {
	asksAnything,
	settle,
	unconstrained,
	type Circumstances,
	type Constraints,
} from './constraint';

/** What was agreed for one challenge, and how far the present round under it is. */
export type Terms = {
	slug: string;
	constraints: Constraints;
	/** When the time box began to run, null while it does not; ISO 8601, UTC. */
	begun: string | null;
	/** When a check passed and the clock stopped; ISO 8601, UTC. */
	ended: string | null;
	/** What was said about the approach so far. */
	explanation: string;
	/** When the explanation was given and the editor opened; ISO 8601, UTC. */
	explained: string | null;
	/** ISO 8601, UTC. */
	savedAt: string;
};

/** Another choice of constraints. Its time box begins at once; an explanation that was given stays. */
export function agree(before: Terms | null, slug: string, wanted: Constraints, now: Date): Terms {
	const constraints = settle(wanted);
	const at = now.toISOString();
	const same = before !== null && before.constraints.timeBox === constraints.timeBox;
	return {
		slug,
		constraints,
		begun: constraints.timeBox === null ? null : same ? before.begun : at,
		ended: same ? before.ended : null,
		explanation: before?.explanation ?? '',
		explained: before?.constraints.explain ? before.explained : null,
		savedAt: at,
	};
}

/** The same constraints from the beginning: a full time box, nothing explained. */
export function beginAnew(terms: Terms, now: Date): Terms {
	const at = now.toISOString();
	const begun = terms.constraints.timeBox === null ? null : at;
	return { ...terms, begun, ended: null, explanation: '', explained: null, savedAt: at };
}

/** Whether the editor waits for an explanation. */
export function isLocked(terms: Terms | null): boolean {
	return terms !== null && terms.constraints.explain && terms.explained === null;
}

/** The circumstances of a check that is made now; undefined without constraints. */
export function circumstances(terms: Terms | null, now: Date): Circumstances | undefined {
	const constraints = terms?.constraints ?? unconstrained;
	if (!terms || !asksAnything(constraints)) return undefined;
	const end = terms.ended === null ? now.getTime() : Date.parse(terms.ended);
	const told = constraints.explain && terms.explained !== null;
	return {
		constraints,
		seconds:
			terms.begun === null ? null : Math.max(0, Math.round((end - Date.parse(terms.begun)) / 1000)),
		explanation: told ? terms.explanation.trim() : null,
	};
}

/** A round ends with its first pass: its clock stands. */
export function afterCheck(terms: Terms, attempt: Pick<Attempt, 'report'>, asked: Date): Terms {
	if (attempt.report.status !== 'pass' || terms.begun === null || terms.ended !== null)
		return terms;
	const at = asked.toISOString();
	return { ...terms, ended: at, savedAt: at };
}

/** Puts the terms of two devices together: the newer hold, and no explanation is lost. */
export function mergeTerms(ours: Terms, theirs: Terms): Terms {
	const [newer, older] =
		Date.parse(theirs.savedAt) > Date.parse(ours.savedAt) ? [theirs, ours] : [ours, theirs];
	return newer.explanation.trim() === '' ? { ...newer, explanation: older.explanation } : newer;
}
