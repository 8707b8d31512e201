/** The interpreter as the page sees it. `loaded` and `total` in bytes. */
export type PythonStatus =
	| { kind: 'cold' }
	/** Other frames of this site use all the interpreters that there may be. */
	| { kind: 'waiting' }
	| { kind: 'loading'; loaded: number; total: number }
	| { kind: 'ready' }
	| { kind: 'running'; what: 'run' | 'check' }
	| { kind: 'stopped' }
	| { kind: 'crashed'; message: string };
