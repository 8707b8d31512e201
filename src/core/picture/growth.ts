import type { Evidence, GrowthPoint } from '../report';
import { inFull, inShort } from './quantity';

type Growth = Extract<Evidence, { kind: 'growth' }>;

/** Place in the unit square, `y` upwards. */
export type Place = { x: number; y: number };
export type Tick = { at: number; text: string };

export type GrowthPicture = {
	points: Place[];
	reference: Place[];
	/** The allowed class through the learner's first point; empty for a class we do not know. */
	guide: Place[];
	across: Tick[];
	up: Tick[];
	/** A sentence for each of the learner's points. */
	said: string[];
};

const classes: Record<string, (n: number) => number> = {
	'1': () => 1,
	'log n': (n) => Math.log2(Math.max(2, n)),
	n: (n) => n,
	'n log n': (n) => n * Math.log2(Math.max(2, n)),
	'n^2': (n) => n ** 2,
	'n^3': (n) => n ** 3,
};

/** Both curves on logarithmic axes, with the slope that is allowed. */
export function growthPicture({ points, reference, allowed }: Growth): GrowthPicture {
	const others = reference ?? [];
	const line = guideOf(points, allowed);
	const all = [...points, ...others];
	const x = logScale(all.map(({ n }) => n));
	// The guide may leave the picture upwards: the curves decide what is seen.
	const y = logScale([...all, ...line.slice(0, 1)].map(({ cost }) => cost));
	const place = ({ n, cost }: GrowthPoint): Place => ({ x: x(n), y: y(cost) });
	return {
		points: points.map(place),
		reference: others.map(place),
		guide: cut(line.map(place)),
		across: points.map(({ n }) => ({ at: x(n), text: inShort(n) })),
		up: powers(all.map(({ cost }) => cost)).map((cost) => ({ at: y(cost), text: inShort(cost) })),
		said: points.map((point, index) => sentence(point, points[index - 1], others)),
	};
}

function sentence(
	{ n, cost }: GrowthPoint,
	before: GrowthPoint | undefined,
	reference: GrowthPoint[],
): string {
	const other = reference.find((point) => point.n === n);
	const times = before
		? `, ${(cost / before.cost).toFixed(1)} times the work for ${inFull(n / before.n)} times the input`
		: '';
	const beside = other
		? `. The reference: ${inFull(other.cost)} steps, so yours is ${inFull(cost / other.cost)} times that`
		: '';
	return `With ${inFull(n)} items yours took ${inFull(cost)} steps${times}${beside}.`;
}

function guideOf(points: GrowthPoint[], allowed: string): GrowthPoint[] {
	const grow = classes[allowed];
	const first = points[0];
	if (!grow || !first || points.length < 2) return [];
	return points.map(({ n }) => ({ n, cost: (first.cost * grow(n)) / grow(first.n) }));
}

/** Ends a line where it leaves the picture at the top. */
function cut(line: Place[]): Place[] {
	const out = line.findIndex(({ y }) => y > 1);
	if (out < 1) return out === 0 ? [] : line;
	const [from, to] = [line[out - 1]!, line[out]!];
	const part = (1 - from.y) / (to.y - from.y);
	return [...line.slice(0, out), { x: from.x + part * (to.x - from.x), y: 1 }];
}

function logScale(values: number[]): (value: number) => number {
	const logs = values.map((value) => Math.log(Math.max(1, value)));
	const least = Math.min(...logs);
	const span = Math.max(...logs) - least;
	return (value) => (span > 0 ? (Math.log(Math.max(1, value)) - least) / span : 0.5);
}

/** Powers of ten within the values; with none, the values' ends. */
function powers(values: number[]): number[] {
	const [least, most] = [Math.max(1, Math.min(...values)), Math.max(1, ...values)];
	const found: number[] = [];
	for (let power = 10 ** Math.ceil(Math.log10(least)); power <= most; power *= 10)
		found.push(power);
	return found.length > 0 ? found : [least, most];
}
