import type { Creator, RecordDate } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';

/** What a file says of itself, as pdfjs gives it; hostile like the rest. */
export type PdfProperties = Readonly<Record<string, unknown>>;

const longestValue = 500;

/** The title among the properties, unless it is only what a program put there; '' for none. */
export function titleInProperties(properties: PdfProperties): string {
	const title = textOf(properties.Title);
	const isMadeUp = /^(?:untitled|microsoft word|microsoft powerpoint|slide 1$|print$|document\d*$)|\.\w{2,5}$/i.test(
		title,
	);
	return isMadeUp || !/\p{L}/u.test(title) ? '' : title;
}

/** The author: who the program was registered to, for the most part, hence inferred. */
export function creatorsInProperties(properties: PdfProperties): Creator[] {
	const names = textOf(properties.Author)
		.split(/\s*;\s*/)
		.filter((name) => /\p{L}/u.test(name));
	return names.map((name) => ({ name, role: 'author', certainty: 'inferred' }));
}

/** The day on which the file was made, which may be later than its text. */
export function datesInProperties(properties: PdfProperties): RecordDate[] {
	const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(textOf(properties.CreationDate)) ?? [];
	const edtf = `${year}-${month}-${day}`;
	const instant = new Date(`${edtf}T00:00:00Z`);
	if (!year || Number(year) < 1970 || Number.isNaN(instant.valueOf()) || !instant.toISOString().startsWith(edtf))
		return [];
	return [{ type: 'created', edtf, inferred: message('import.from-properties') }];
}

/** BCP 47; null where none is given or it is no language. */
export function languageInProperties(properties: PdfProperties): string | null {
	try {
		return Intl.getCanonicalLocales(textOf(properties.Language))[0] ?? null;
	} catch {
		return null;
	}
}

function textOf(value: unknown): string {
	if (typeof value !== 'string') return '';
	return value
		.replaceAll(/[\p{Cc}\s]+/gu, ' ')
		.trim()
		.slice(0, longestValue);
}
