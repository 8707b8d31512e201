/** Calls each minute, and when the page comes back into sight; returns the way out. */
export function everyMinute(action: () => void): () => void {
	const timer = setInterval(action, 60_000);
	const seen = () => {
		if (document.visibilityState === 'visible') action();
	};
	document.addEventListener('visibilitychange', seen);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', seen);
	};
}
