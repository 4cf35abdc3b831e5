/**
 * The probability of at least `errors` misread characters among `length`, each with probability `noise`. Counted in
 * logarithms: of a long stretch there are more ways to lose half of it than a number can say.
 */
export function chanceOf(length: number, errors: number, noise: number): number {
	if (errors <= 0) return 1;
	if (errors > length || noise <= 0) return 0;
	if (noise >= 1) return 1;
	const [misread, wellRead] = [Math.log(noise), Math.log1p(-noise)];
	let chance = 0;
	let ways = 0;
	for (let count = 0; count <= length; count += 1) {
		if (count >= errors) chance += Math.exp(ways + count * misread + (length - count) * wellRead);
		ways += Math.log((length - count) / (count + 1));
	}
	return Math.min(chance, 1);
}

/** Levenshtein's distance, for words. */
export function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let at = 1; at <= a.length; at += 1) {
		const next = [at];
		for (let column = 1; column <= b.length; column += 1) {
			const changed = (row[column - 1] ?? 0) + (a.charCodeAt(at - 1) === b.charCodeAt(column - 1) ? 0 : 1);
			next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

/** Scripts that put no space between words. */
export const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** So many units of them together are taken for a word. */
export const unspacedLength = 3;
