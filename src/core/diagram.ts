/** A part of a system; `x` and `y` in pixels of the picture, top left. */
export type Box = { id: string; name: string; x: number; y: number };

/** From one box to another; what goes along it may be said. */
export type Arrow = { id: string; from: string; to: string; label: string };

/** Boxes and arrows. Arrows lead between boxes that are there, one at most each way. */
export type Diagram = { boxes: Box[]; arrows: Arrow[] };

export const emptyDiagram: Diagram = { boxes: [], arrows: [] };

/** The grid on which new boxes find their place. */
const grid = { columns: 2, width: 270, height: 110 };

/** Adds a box at the first free place; the same diagram without a name. */
export function addBox(diagram: Diagram, name: string): Diagram {
	const trimmed = name.trim();
	if (!trimmed) return diagram;
	const box = { id: freshId('box', diagram.boxes), name: trimmed, ...freePlace(diagram) };
	return { ...diagram, boxes: [...diagram.boxes, box] };
}

/** The same diagram without a name or a box of this id. */
export function renameBox(diagram: Diagram, id: string, name: string): Diagram {
	const trimmed = name.trim();
	if (!trimmed || boxOf(diagram, id)?.name === trimmed) return diagram;
	return changeBox(diagram, id, { name: trimmed });
}

export function moveBox(diagram: Diagram, id: string, x: number, y: number): Diagram {
	const box = boxOf(diagram, id);
	const place = { x: Math.round(x), y: Math.round(y) };
	if (!box || (box.x === place.x && box.y === place.y)) return diagram;
	return changeBox(diagram, id, place);
}

/** Takes a box away, and the arrows at it. */
export function removeBox(diagram: Diagram, id: string): Diagram {
	if (!boxOf(diagram, id)) return diagram;
	return {
		boxes: diagram.boxes.filter((box) => box.id !== id),
		arrows: diagram.arrows.filter(({ from, to }) => from !== id && to !== id),
	};
}

/** Draws an arrow, or says something else along the one that is there. None leads to itself. */
export function connect(diagram: Diagram, from: string, to: string, label = ''): Diagram {
	if (from === to || !boxOf(diagram, from) || !boxOf(diagram, to)) return diagram;
	const there = diagram.arrows.find((arrow) => arrow.from === from && arrow.to === to);
	if (there) return label.trim() ? relabel(diagram, there.id, label) : diagram;
	const arrow = { id: freshId('arrow', diagram.arrows), from, to, label: label.trim() };
	return { ...diagram, arrows: [...diagram.arrows, arrow] };
}

export function relabel(diagram: Diagram, id: string, label: string): Diagram {
	const arrow = diagram.arrows.find((one) => one.id === id);
	if (!arrow || arrow.label === label.trim()) return diagram;
	const arrows = diagram.arrows.map((one) =>
		one.id === id ? { ...one, label: label.trim() } : one,
	);
	return { ...diagram, arrows };
}

export function disconnect(diagram: Diagram, id: string): Diagram {
	const arrows = diagram.arrows.filter((arrow) => arrow.id !== id);
	return arrows.length === diagram.arrows.length ? diagram : { ...diagram, arrows };
}

/** The picture in sentences: each box with what it sends where. */
export function describe(diagram: Diagram): string[] {
	return diagram.boxes.map((box) => {
		const sends = diagram.arrows
			.filter(({ from }) => from === box.id)
			.map(({ to, label }) => `${boxOf(diagram, to)?.name}${label ? ` (${label})` : ''}`);
		if (sends.length > 0) return `${box.name} → ${sends.join(', ')}`;
		const reached = diagram.arrows.some(({ to }) => to === box.id);
		return reached ? box.name : `${box.name}, not connected`;
	});
}

export function boxOf(diagram: Diagram, id: string): Box | undefined {
	return diagram.boxes.find((box) => box.id === id);
}

function changeBox(diagram: Diagram, id: string, changes: Partial<Box>): Diagram {
	const boxes = diagram.boxes.map((box) => (box.id === id ? { ...box, ...changes } : box));
	return { ...diagram, boxes };
}

function freshId(kind: string, taken: readonly { id: string }[]): string {
	const numbers = taken.map(({ id }) => Number(id.split('-').at(-1)) || 0);
	return `${kind}-${Math.max(0, ...numbers) + 1}`;
}

function freePlace({ boxes }: Diagram): { x: number; y: number } {
	for (let place = 0; ; place += 1) {
		const x = (place % grid.columns) * grid.width;
		const y = Math.floor(place / grid.columns) * grid.height;
		const free = boxes.every(
			(box) => Math.abs(box.x - x) >= grid.width * 0.8 || Math.abs(box.y - y) >= grid.height * 0.6,
		);
		if (free) return { x, y };
	}
}
