/** Makes an element with attributes and children; a text is a child like any other. */
export function make<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: { readonly [name: string]: string | null } = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value !== null) element.setAttribute(key, value);
	}
	element.append(...children);
	return element;
}
