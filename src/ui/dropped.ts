import type { ChosenFile } from '../state/chosen';

/** Files of an input; those of a chosen folder have their paths within it. */
export function chosenFrom(list: FileList | null): ChosenFile[] {
	return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Files of a drop, those in dropped folders too. */
export async function droppedFrom(data: DataTransfer): Promise<ChosenFile[]> {
	const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
	if (entries.every((entry) => entry === null)) return chosenFrom(data.files);
	const found: ChosenFile[] = [];
	for (const entry of entries) if (entry) await walk(entry, found);
	return found;
}

async function walk(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
	const path = entry.fullPath.replace(/^\//, '');
	if (entry.isFile) {
		const file = await new Promise<File | null>((resolve) =>
			(entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
		);
		if (file) found.push({ path, file });
		return;
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve) =>
			reader.readEntries(resolve, () => resolve([])),
		);
		if (some.length === 0) return;
		for (const each of some) await walk(each, found);
	}
}
