/** A sign of a script whose signs are words or syllables says as much as so many letters of an alphabet. */
const lettersPerIdeograph = 3;
const lettersPerSyllable = 2;
const ideograph = /\p{sc=Han}/gu;
const syllable = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Ethiopic}\p{sc=Yi}]/gu;
const alphabetic = /^[\0-\u1099]*$/;

/** How long a text is, in letters of an alphabet, so that lengths can be compared across scripts; at least 1. */
export function textLength(text: string): number {
	const trimmed = text.trim();
	if (alphabetic.test(trimmed)) return Math.max(1, trimmed.length);
	const count = (sign: RegExp) => trimmed.match(sign)?.length ?? 0;
	const more = count(ideograph) * (lettersPerIdeograph - 1) + count(syllable) * (lettersPerSyllable - 1);
	return Math.max(1, trimmed.length + more);
}
