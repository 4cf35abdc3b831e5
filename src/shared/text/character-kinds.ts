/**
 * Tells kinds of characters apart: `kindOf` is asked once for each character that occurs, and gives 1 to 255. For counting
 * in whole texts, where regular expressions over properties of characters take five times as long.
 */
export function characterKinds(kindOf: (character: string) => number): (codePoint: number) => number {
	const known = new Uint8Array(0x10000);
	return (codePoint) => {
		const kind = known[codePoint];
		if (kind) return kind;
		const found = kindOf(String.fromCodePoint(codePoint));
		// There is no room for those beyond the basic plane, and no need: they are rare.
		known[codePoint] = found;
		return found;
	};
}
