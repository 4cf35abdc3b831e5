import type { Locale } from '../messages/locales.ts';

type Marks = readonly [open: string, close: string];

const guillemets: Marks = ['«', '»'];
const curly: Marks = ['“', '”'];

const marksOf: Readonly<Record<string, Marks>> = {
	en: curly,
	tr: curly,
	ru: guillemets,
	uk: guillemets,
	hy: guillemets,
	az: guillemets,
	fr: ['«\u00a0', '\u00a0»'],
	ka: ['„', '“'],
	de: ['„', '“'],
	pl: ['„', '”'],
	cs: ['„', '“'],
};

/**
 * The words between the quotation marks of their own language («» „“ “”), by its BCP 47 tag; English ones where it is not
 * known. The words themselves, and marks within them, stay as they are: a quotation is verbatim.
 */
export function inQuotationMarks(words: string, language: Locale | (string & {})): string {
	const [open, close] = marksFor(language);
	return `${open}${words}${close}`;
}

/** The outer ones of a language, by its BCP 47 tag, with the spaces that belong to them. */
export function marksFor(language: string): Marks {
	return marksOf[language.toLowerCase().split('-')[0] ?? ''] ?? curly;
}
