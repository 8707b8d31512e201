import type { Edge, Node } from '@xyflow/svelte';
import { boxOf, type Diagram } from '../../core/diagram';

export type BoxNode = Node<{ name: string; still: boolean }, 'box'>;
export type ArrowEdge = Edge<{ twin: boolean }, 'arrow'>;

/** Boxes as the library wants them; what it knows of those that stay is kept. */
export function nodesOf(diagram: Diagram, present: readonly BoxNode[], still: boolean): BoxNode[] {
	return diagram.boxes.map(({ id, name, x, y }) => {
		const known = present.find((node) => node.id === id);
		return {
			...known,
			id,
			type: 'box',
			position: { x, y },
			data: { name, still },
			ariaLabel: name,
		};
	});
}

/** Arrows likewise. */
export function edgesOf(diagram: Diagram, present: readonly ArrowEdge[]): ArrowEdge[] {
	return diagram.arrows.map(({ id, from, to, label }) => ({
		...present.find((edge) => edge.id === id),
		id,
		type: 'arrow',
		source: from,
		target: to,
		label,
		ariaLabel: `${nameOf(diagram, from)} to ${nameOf(diagram, to)}${label ? `: ${label}` : ''}`,
		data: { twin: diagram.arrows.some((other) => other.from === to && other.to === from) },
	}));
}

function nameOf(diagram: Diagram, id: string): string {
	return boxOf(diagram, id)?.name ?? '';
}
