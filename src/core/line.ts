type Place = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };

/** Room between an arrow's ends and the boxes. */
const gap = 5;

/** A straight line from border to border; `aside` moves it so that two can lie beside each other. */
export function lineBetween(from: Place, to: Place, aside = 0): { path: string; middle: Point } {
	const [one, two] = [centre(from), centre(to)];
	const length = Math.hypot(two.x - one.x, two.y - one.y);
	const step =
		length === 0 ? { x: 1, y: 0 } : { x: (two.x - one.x) / length, y: (two.y - one.y) / length };
	const shift = { x: -step.y * aside, y: step.x * aside };
	const start = border(from, step);
	const end = border(to, { x: -step.x, y: -step.y });
	const a = { x: start.x + shift.x, y: start.y + shift.y };
	const b = { x: end.x + shift.x, y: end.y + shift.y };
	return {
		path: `M ${a.x} ${a.y} L ${b.x} ${b.y}`,
		middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
	};
}

function centre({ x, y, width, height }: Place): Point {
	return { x: x + width / 2, y: y + height / 2 };
}

/** Where a ray from the centre leaves the box, and a little further. */
function border(place: Place, step: Point): Point {
	const middle = centre(place);
	const across = step.x === 0 ? Infinity : place.width / 2 / Math.abs(step.x);
	const down = step.y === 0 ? Infinity : place.height / 2 / Math.abs(step.y);
	const way = Math.min(across, down) + gap;
	return { x: middle.x + step.x * way, y: middle.y + step.y * way };
}
