import { loadChallenge } from '../../content/catalogue';
import type { AppStorage } from '../../storage/storage';
import type { PythonState } from '../python.svelte';
import { Inbox } from './inbox.svelte';
import { AuthorShelf } from './shelf.svelte';

/** What an instructor works with. */
export type Teach = { shelf: AuthorShelf; inbox: Inbox };

/** Puts it together; ready once one's own exercises have been read. */
export async function openTeach(storage: AppStorage, python: PythonState): Promise<Teach> {
	const shelf = await AuthorShelf.open(storage, python);
	const inbox = new Inbox({
		python,
		load: async (slug) => {
			const loaded = await loadChallenge(slug);
			return loaded.ok ? loaded.value : null;
		},
		own: async () => shelf.exercises.map(({ exercise }) => exercise),
	});
	return { shelf, inbox };
}
