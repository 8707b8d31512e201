import { byTime } from '../core/attempt';
import type { EarlierDraft } from '../core/draft';
import type { Reader, Writer } from './engine';

/** Keeps a text that gives way, unless the same text is kept already. Returns the row that has it. */
export async function keep(
	writer: Writer,
	earlier: EarlierDraft,
	newId: () => string,
): Promise<EarlierDraft> {
	const rows = await writer.find('earlier', 'by-exercise', [earlier.slug, earlier.version]);
	const same = rows.find((row) => row.code === earlier.code);
	if (same) return same;
	const taken = rows.some((row) => row.id === earlier.id);
	const row = taken ? { ...earlier, id: newId() } : earlier;
	await writer.put('earlier', row);
	return row;
}

/** Newest first. */
export async function listEarlier(
	reader: Reader,
	slug: string,
	version: number,
): Promise<EarlierDraft[]> {
	const rows = await reader.find('earlier', 'by-exercise', [slug, version]);
	return rows.sort(byTime).reverse();
}
