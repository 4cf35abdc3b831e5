/**
 * Letters of the scripts that the rules are for, and their neighbours. Subtle: `\p{L}` and the flag `u` would say the same
 * better, but some two hundred expressions with them take seconds to compile.
 */
const letter =
	'A-Za-z\\u00aa-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u0559\\u0560-\\u0588\\u10a0-\\u10ff\\u1c90-\\u1cbf\\u1e00-\\u1fff';
export const notAfterWord = `(?<![${letter}0-9_])`;
export const notBeforeWord = `(?![${letter}0-9_])`;
/** Not within a longer number, and not an amount of money. */
export const numberStart = `${notAfterWord}(?<![0-9][.,:/\\\\‒–—-])(?<![$€£¥₽₺₼֏#№§+][ \\u00a0]?)`;
export const numberEnd = `${notBeforeWord}(?!(?<=[0-9])[.,:/‒–—-][0-9])(?!\\s?[%°‰])`;
export const dash = '\\s?[-‐‑‒–—]\\s?';
export const yearDigits = '1[0-9]{3}|20[0-9]{2}';
/** White space, a line's end that is only the width of the page too; bounded, so that no text makes it slow. */
export const space = '\\s{1,3}';
/** What never matches. */
export const never = '(?!)';

/** The expression that a text of the rules stands for. */
export function wordSource(source: string): string {
	return source.replaceAll(' ', space).replaceAll('_', '\\s{0,3}').replaceAll('{L}', `[${letter}]`);
}
