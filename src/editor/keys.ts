const apple: Record<string, string> = {
	Mod: '⌘',
	Ctrl: '⌃',
	Alt: '⌥',
	Shift: '⇧',
	ArrowUp: '↑',
	ArrowDown: '↓',
	Enter: '↵',
};
const other: Record<string, string> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' };

/** Whether this device calls its command key ⌘. */
export const onApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** A binding as it is printed on the keys: `Mod-Shift-Enter` is `⇧⌘↵` or `Ctrl+Shift+Enter`. */
export function keyLabel(keys: string, isApple = onApple): string {
	const parts = keys.split('-');
	if (!isApple)
		return parts
			.map((part) => other[part] ?? part.toUpperCase().slice(0, 1) + part.slice(1))
			.join('+');
	const order = ['Ctrl', 'Alt', 'Shift', 'Mod'];
	return parts
		.sort((one, two) => ((order.indexOf(one) + 9) % 9) - ((order.indexOf(two) + 9) % 9))
		.map((part) => apple[part] ?? part.toUpperCase())
		.join('');
}
