/** Where the frame stands. */
export type Surroundings = {
	/** Whether another page is around it. */
	framed: boolean;
	/** Whether that page is of another site, so that browsers keep storage here apart. */
	apart: boolean;
	/** Whether that page has taken the frame's origin away, and storage with it. */
	sandboxed: boolean;
};

/** Looks at the window; `named` is the origin in the frame's own address. */
export function lookAround(named: string | null): Surroundings {
	const framed = window.parent !== window;
	const sandboxed = self.origin === 'null';
	return { framed, sandboxed, apart: framed && !sandboxed && isApart(named) };
}

function isApart(named: string | null): boolean {
	const { ancestorOrigins } = location as { ancestorOrigins?: DOMStringList };
	const around = ancestorOrigins?.[0] ?? named ?? (document.referrer || null);
	if (around !== null && URL.canParse(around))
		return new URL(around).hostname !== location.hostname;
	try {
		return window.parent.location.hostname !== location.hostname;
	} catch {
		return true;
	}
}
