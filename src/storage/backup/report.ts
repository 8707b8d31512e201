import * as v from 'valibot';
import { aspect } from './parts';
import type {
	Evidence,
	GrowthPoint,
	Problem,
	Report,
	TaskLife,
	TestReport,
} from '../../core/report';

const verdict = v.picklist(['pass', 'fail', 'error']);
const words = v.nullable(v.string());
const line = v.nullable(v.number());

const growthPoint: v.GenericSchema<GrowthPoint> = v.object({ n: v.number(), cost: v.number() });

const fate = v.picklist(['returned', 'raised', 'cancelled', 'pending']);

const taskLife: v.GenericSchema<TaskLife> = v.object({
	task: v.string(),
	line,
	parent: words,
	start: v.number(),
	end: v.number(),
	outcome: fate,
	waits: v.array(
		v.object({
			for: v.string(),
			on: v.array(v.string()),
			line,
			start: v.number(),
			end: v.number(),
			by: words,
			cut: v.boolean(),
		}),
	),
	blocks: v.array(v.object({ line, start: v.number(), end: v.number() })),
});

const evidence: v.GenericSchema<Evidence> = v.variant('kind', [
	v.object({
		kind: v.literal('growth'),
		text: v.string(),
		points: v.array(growthPoint),
		reference: v.nullable(v.array(growthPoint)),
		fitted: v.string(),
		allowed: v.string(),
	}),
	v.object({
		kind: v.literal('cost'),
		text: v.string(),
		cost: v.number(),
		reference: v.number(),
		ratio: v.number(),
		allowed: v.number(),
	}),
	v.object({
		kind: v.literal('memory'),
		text: v.string(),
		peakBytes: v.number(),
		allowedBytes: v.number(),
	}),
	v.object({
		kind: v.literal('pulls'),
		text: v.string(),
		source: v.string(),
		log: v.array(
			v.object({
				item: v.number(),
				line,
				value: v.exactOptional(v.string()),
				during: v.exactOptional(words),
			}),
		),
		closed: v.boolean(),
		pulled: v.exactOptional(v.number()),
		ended: v.exactOptional(v.boolean()),
	}),
	v.object({
		kind: v.literal('timeline'),
		text: v.string(),
		elapsed: v.number(),
		peak: v.number(),
		spans: v.array(
			v.object({
				task: v.string(),
				label: v.string(),
				start: v.number(),
				end: v.number(),
				outcome: fate,
			}),
		),
		peakAt: v.exactOptional(v.number()),
		tasks: v.exactOptional(v.array(taskLife)),
	}),
	v.object({ kind: v.literal('counterexample'), text: v.string(), input: v.string() }),
	v.object({
		kind: v.literal('bugs'),
		text: v.string(),
		bugs: v.array(v.object({ symptom: v.string(), caughtBy: v.array(v.string()) })),
	}),
	v.object({
		kind: v.literal('interleaving'),
		text: v.string(),
		seed: v.number(),
		threads: v.array(v.string()),
		steps: v.array(
			v.object({ thread: v.string(), line: v.number(), source: v.string(), note: words }),
		),
		waits: v.array(v.object({ thread: v.string(), wants: v.string(), heldBy: words })),
	}),
]);

const test: v.GenericSchema<TestReport> = v.object({
	id: v.string(),
	title: v.string(),
	status: verdict,
	aspect,
	line,
	message: words,
	expected: words,
	actual: words,
	output: v.string(),
	cost: v.number(),
	peakBytes: v.nullable(v.number()),
	evidence: v.array(evidence),
	traceback: words,
});

const problem: v.GenericSchema<Problem> = v.object({
	type: v.string(),
	text: v.string(),
	explanation: v.string(),
	line,
	column: line,
	traceback: v.string(),
});

/** A judge's report as it is found in a file. */
export const reportSchema: v.GenericSchema<Report> = v.object({
	version: v.literal(1),
	status: verdict,
	message: words,
	problem: v.nullable(problem),
	tests: v.array(test),
});
