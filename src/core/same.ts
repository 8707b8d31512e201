/** Whether two plain values say the same, whatever the order of their fields. */
export function same(one: unknown, two: unknown): boolean {
	if (Object.is(one, two)) return true;
	if (typeof one !== 'object' || typeof two !== 'object' || !one || !two) return false;
	if (Array.isArray(one) !== Array.isArray(two)) return false;
	const ones = Object.entries(one);
	const others = new Map(Object.entries(two));
	return (
		ones.length === others.size &&
		ones.every(([key, value]) => others.has(key) && same(value, others.get(key)))
	);
}
