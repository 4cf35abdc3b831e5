import { activeLocale } from '#shared/messages/messages.ts';

type Compare = (one: string, other: string) => number;

/** Making one takes longer than many comparisons. */
let known: { locale: string; compare: Compare } | undefined;

/** Compares words as readers of the active language sort them, numbers in them by their value. */
export function textOrder(): Compare {
	const locale = activeLocale();
	if (known?.locale !== locale) known = { locale, compare: new Intl.Collator(locale, { numeric: true }).compare };
	return known.compare;
}
