import type { Email } from 'postal-mime';
import type { RecordDate } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { readHtmlFile } from '../html.ts';
import type { Extraction, ReadOptions } from '../importer.ts';
import { subjectOf } from './mail-head.ts';
import { picturesInParts } from './page-pictures.ts';

/**
 * Whether it is a page that a browser or word processor saved in one file (MHTML, RFC 2557), which has the form of a
 * mail that nobody sent.
 */
export function isSavedPage({ headers, html }: Email): boolean {
	const value = (key: string) => headers.find((header) => header.key === key)?.value ?? '';
	const isRelated = /^\s*multipart\/related/i.test(value('content-type'));
	const isSent = headers.some(({ key }) => /^(?:to|cc|bcc|message-id|received)$/.test(key));
	return Boolean(html) && isRelated && !isSent && /^$|saved by/i.test(value('from').trim());
}

/** The page as any other, with its address and the day on which it was saved. Its styles stay in the file. */
export async function readSavedPage(
	page: Email,
	bytes: Uint8Array,
	{ fileName, part }: ReadOptions,
): Promise<Extraction> {
	const header = (key: string) => page.headers.find((it) => it.key === key)?.value.trim() ?? '';
	const address = header('snapshot-content-location') || header('content-location');
	const saved = new Date(header('date'));
	const capturedAt = Number.isNaN(saved.valueOf()) ? '' : saved.toISOString();
	const html = Buffer.from(page.html ?? '');
	const options = { fileName, encoding: 'utf-8', ...(part && { part }) };
	const read = await readHtmlFile(html, options, { bytes, find: picturesInParts(bytes, address) });
	const dates: RecordDate[] = capturedAt ? [{ type: 'received', edtf: capturedAt.slice(0, 10), inferred: '' }] : [];
	return {
		...read,
		mediaType: 'multipart/related',
		title: subjectOf(page) || read.title,
		parameters: { ...(address && { address }), ...(capturedAt && { capturedAt }), ...takenFrom(read) },
		fields: { dates },
		leftOut: page.attachments.map(({ filename, contentId, mimeType }, at) => ({
			name: filename || contentId || `${at + 1}`,
			reason: message('import.reason.page-part', { mediaType: mimeType }),
		})),
	};
}

/** What of the page the edition has; its encoding is that of the part which it was read from. */
function takenFrom({ parameters: { part, wordsAround, pictures } }: Extraction): Extraction['parameters'] {
	return {
		...(part !== undefined && wordsAround !== undefined && { part, wordsAround }),
		...(pictures !== undefined && { pictures }),
	};
}
