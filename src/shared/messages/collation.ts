import type { Locale } from './locales.ts';
import { activeLocale } from './messages.ts';

type Compare = (one: string, other: string) => number;

/** Making one takes longer than many comparisons. */
let known: { locale: string; compare: Compare } | undefined;

/** Compares words as readers of the active language sort them, numbers in them by their value. */
export function collation(): Compare {
	const locale = activeLocale();
	if (known?.locale !== locale) known = { locale, compare: orderIn(locale) };
	return known.compare;
}

function orderIn(locale: Locale): Compare {
	if (locale !== 'az') return new Intl.Collator(locale, { numeric: true }).compare;
	const { compare } = new Intl.Collator('tr', { numeric: true });
	return (one, other) => compare(inTurkishOrder(one), inTurkishOrder(other));
}

/** After which letter of the Turkish alphabet each stands that it has not, or has elsewhere. */
const lettersBefore: Readonly<Record<string, string>> = { ə: 'e', x: 'h', q: 'k', w: 'z' };
const last = '\uffff';

/**
 * Chromium has no data for Azerbaijani and sorts it by no alphabet. The Turkish one has its dotted and dotless i and its
 * other letters; what it has not comes behind the letter before it, and all that begins with that one.
 */
function inTurkishOrder(text: string): string {
	return text.replaceAll(/[əxqw]/giu, (letter) => {
		const before = lettersBefore[letter.toLowerCase()] ?? letter;
		return `${letter === letter.toLowerCase() ? before : before.toUpperCase()}${last}`;
	});
}
