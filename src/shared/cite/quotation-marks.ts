import type { Locale } from '../messages/locales.ts';
import { withInnerMarks } from '../text/inner-marks.ts';

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

/** A title between the quotation marks of a language: marks within it that are the outer ones become those of the second level. */
export function titleInMarks(title: string, language: Locale | (string & {})): string {
	const [open = '', close = ''] = marksFor(language).map((mark) => mark.trim());
	return inQuotationMarks(withInnerMarks(title, open, close), language);
}

/**
 * The words between the quotation marks of their own language («» „“ “”), by its BCP 47 tag; English ones where it is not
 * known. The words themselves, and marks within them, stay as they are: a quotation is verbatim.
 */
export function inQuotationMarks(words: string, language: Locale | (string & {})): string {
	const [open, close] = marksFor(language);
	return `${open}${words}${close}`;
}

function marksFor(language: string): Marks {
	return marksOf[language.toLowerCase().split('-')[0] ?? ''] ?? curly;
}
