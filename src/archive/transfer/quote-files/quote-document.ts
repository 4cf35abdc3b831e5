import { inQuotationMarks } from '#shared/cite/quotation-marks.ts';
import { referenceLanguage } from '#shared/cite/reference.ts';
import type { CitationStyle } from '#shared/domain/citation.ts';
import type { QuoteView } from '#shared/domain/quote.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';

/** A folder of quotations as every format writes it: paragraphs, and what stands in their footnotes. */
export interface QuoteDocument {
	title: string;
	/** What the references are written in, BCP 47. */
	referenceLanguage: string;
	quotes: QuotedPart[];
}

export interface QuotedPart {
	/** In quotation marks, a line for each passage; each is read in a direction of its own. */
	lines: string[];
	/** BCP 47; '' when it is not known. */
	language: string;
	/** The reference, with the address where that is not in it. */
	footnote: string;
	/** The person's own words on it; '' for none. */
	note: string;
	/** What is to be said of words that are no longer where they were quoted; '' while they are. */
	flag: string;
}

export function quoteDocument(title: string, quotes: readonly QuoteView[], style: CitationStyle): QuoteDocument {
	return { title, referenceLanguage: referenceLanguage(style, activeLocale()), quotes: quotes.map(quotedPart) };
}

/** Whether a reader must be told: the words cannot be found where the reference leads. */
export function isFlagged({ state }: QuoteView): boolean {
	return state === 'changed' || state === 'gone';
}

function quotedPart(quote: QuoteView): QuotedPart {
	const { exact, language, reference, address, note } = quote;
	const holdsAddress = address === '' || reference.includes(address);
	return {
		lines: inQuotationMarks(exact, language).split('\n'),
		language,
		footnote: holdsAddress ? reference : `${reference} <${address}>`,
		note: note.trim(),
		flag: isFlagged(quote) ? message(`quotes.flag.${quote.state === 'gone' ? 'gone' : 'changed'}`) : '',
	};
}
