import type { Parameters } from '../../embed/parameters';
import type { LentPython } from '../../runtime/lent';
import { openStorage } from '../../storage/storage';
import { PythonState } from '../python.svelte';
import { FrameBench, type Watcher } from './bench.svelte';
import { databaseName } from './frame';
import { FrameLook } from './look.svelte';
import type { Loaded } from './source';

/** What a started frame works with. */
export type Work = {
	bench: FrameBench;
	look: FrameLook;
	python: PythonState;
	/** Told whether the frame can be seen. */
	see(seen: boolean): void;
};

/** Opens the storage that the address asks for, and the bench upon it; Python begins to load. */
export async function openWork(
	parameters: Parameters,
	{ challenge, hash }: Loaded,
	version: string,
	watcher: Watcher,
): Promise<Work> {
	let seen = true;
	let lent: LentPython | null = null;
	const python = new PythonState(async () => {
		lent = (await import('../../runtime/python')).lentPython();
		lent.show(seen);
		return lent;
	});
	python.warm(challenge);
	const storage = await openStorage({
		name: databaseName(parameters, hash),
		memory: parameters.state !== 'local' || self.origin === 'null',
		appVersion: version,
	});
	const demo = parameters.mode === 'demo';
	return {
		bench: await FrameBench.open({ challenge, storage, python, demo, watcher }),
		look: new FrameLook(parameters.font),
		python,
		see(now) {
			seen = now;
			lent?.show(now);
		},
	};
}
