import type { Quotation } from '../domain/citation.ts';
import { escapeMarkup } from './escape-markup.ts';
import { inQuotationMarks } from './quotation-marks.ts';

type Quoted = Pick<Quotation, 'words' | 'language' | 'reference' | 'address'>;

/** Words in the quotation marks of their language, then what leads back to them: what is copied as plain text. */
export function quotedText({ words, language, reference, address }: Quoted): string {
	const quoted = words === '' ? '' : `${inQuotationMarks(words, language)}\n— `;
	return `${quoted}${reference}${holdsAddress(reference, address) ? '' : `\n${address}`}`;
}

/** The same for word processors: the quotation as a block in its own language, a paragraph for each passage. */
export function quotedHtml({ words, language, reference, address }: Quoted): string {
	const lang = language === '' ? '' : ` lang="${escapeMarkup(language)}"`;
	const paragraphs = inQuotationMarks(words, language)
		.split('\n')
		.map((line) => `<p>${escapeMarkup(line)}</p>`);
	const quoted = words === '' ? '' : `<blockquote${lang} dir="auto">${paragraphs.join('')}</blockquote>`;
	const place = holdsAddress(reference, address) ? '' : `<br>${escapeMarkup(address)}`;
	return `${quoted}<p dir="ltr">${escapeMarkup(reference)}${place}</p>`;
}

function holdsAddress(reference: string, address: string): boolean {
	return address === '' || reference.includes(address);
}
