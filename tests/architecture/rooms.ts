import { addressesOf, importsOf, targetOf, type Source } from './source';

const floor = ['core', 'coach'];
const rooms = ['content', 'runtime', 'storage', 'embed', 'editor'];

/** Which rooms each may import, itself apart. `entry` is what lies in `src` itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	core: [],
	coach: ['core'],
	...Object.fromEntries(rooms.map((room) => [room, floor])),
	state: [...floor, ...rooms],
	ui: [...floor, ...rooms, 'state'],
	routes: [...floor, ...rooms, 'state', 'ui'],
	entry: [...floor, ...rooms, 'state', 'ui', 'routes'],
	cli: [...floor, ...rooms],
};

/** The room of a path under `src`; null for anything outside. */
export function roomOf(path: string): string | null {
	const [top, room, ...rest] = path.split('/');
	if (top !== 'src') return null;
	return rest.length > 0 && room !== undefined ? room : 'entry';
}

/** Imports against the one direction, each as a sentence. The command line may run the bench. */
export function wrongTurns(sources: Source[]): string[] {
	return sources.flatMap((source) => {
		const room = roomOf(source.path) ?? '';
		const permitted = allowed[room];
		if (!permitted) return [`${source.path} lies in no known room`];
		const reaches = (specifier: string) => {
			const target = targetOf(source, specifier);
			if (target === null || target === 'package.json') return true;
			if (room === 'cli' && target.startsWith('tests/bench/')) return true;
			const other = roomOf(target);
			return other === room || (other !== null && permitted.includes(other));
		};
		const outside = (specifier: string) => roomOf(targetOf(source, specifier) ?? '') === null;
		return [
			...importsOf(source).filter((specifier) => !reaches(specifier)),
			...addressesOf(source).filter((address) => !reaches(address) && !outside(address)),
		].map((specifier) => `${source.path} imports ${specifier}`);
	});
}
