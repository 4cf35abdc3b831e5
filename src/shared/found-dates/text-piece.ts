/** As much of a text as is looked through at once, in UTF-16 units: some tens of milliseconds. */
export const longestPiece = 32_000;
const shortestPiece = longestPiece / 2;

/** Where to cut a text that is too long to be looked through at once: after a sentence, else a word, else anywhere. */
export function endOfPiece(text: string, start: number): number {
	const limit = start + longestPiece;
	if (limit >= text.length) return text.length;
	const piece = text.slice(start, limit);
	const sentence = Math.max(piece.lastIndexOf('. '), piece.lastIndexOf('\n'), piece.lastIndexOf('։ '));
	if (sentence >= shortestPiece) return start + sentence + 1;
	const word = piece.lastIndexOf(' ');
	return word >= shortestPiece ? start + word + 1 : limit;
}
