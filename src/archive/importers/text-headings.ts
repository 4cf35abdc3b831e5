const longestHeading = 90;
const mostWords = 14;
/** Shorter than this, what follows is another line of a letterhead or a list, not the text a heading stands over. */
const shortestBody = 60;

// Full stops of Latin, Armenian and other scripts, marks of Armenian intonation, and what runs on into the next line.
const endsLikeText = /[.!?…,;:։՝՜՞،؛؟。—–-]["”’»)\]]*$/u;
const dayAndYear = /(?<!\d)\d{1,2}(?!\d).*(?<!\d)\d{4}(?!\d)/;

/** Whether a chunk is one short line that could stand over something: no sentence, no date line, not in lower case. */
export function isLoneShortLine(lines: readonly string[]): boolean {
	const [only = ''] = lines;
	const line = only.trim();
	if (lines.length !== 1 || line.length > longestHeading) return false;
	if (!/\p{L}/u.test(line) || endsLikeText.test(line) || dayAndYear.test(line)) return false;
	const firstLetter = /\p{L}/u.exec(line)?.[0] ?? '';
	return !/\p{Ll}/u.test(firstLetter) && line.split(/\s+/).length <= mostWords;
}

/** Whether a chunk is text that a heading can stand over: several lines, or a long one. */
export function isBody(lines: readonly string[]): boolean {
	return lines.length > 1 || (lines[0] ?? '').trim().length >= shortestBody;
}
