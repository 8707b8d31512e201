import { readdir } from 'node:fs/promises';

/** Names in a folder, sorted, without Python's and the system's own droppings; none if it is missing. */
export async function listContent(directory: string): Promise<string[]> {
	const names = await readdir(directory).catch(() => []);
	return names.filter((name) => !name.startsWith('.') && name !== '__pycache__').sort();
}
