/**
 * Type-ahead in a list: index of the first entry that begins with what was typed, whatever its case, from `from` on and
 * around the end; null where none does.
 */
export function nextThatBegins<T>(
	entries: readonly T[],
	textOf: (entry: T) => string,
	typed: string,
	from: number,
): number | null {
	const wanted = typed.toLocaleLowerCase();
	for (let step = 0; step < entries.length; step += 1) {
		const at = (from + step) % entries.length;
		if (
			textOf(entries[at] as T)
				.toLocaleLowerCase()
				.startsWith(wanted)
		)
			return at;
	}
	return null;
}
