import { message } from '#shared/messages/messages.ts';
import { type DatedMaker, fieldsFromProperties } from '../dublin-core.ts';
import { chosenEncoding } from '../encoding.ts';
import { encodingNamed, iconvName } from '../encoding-names.ts';
import { placeFigures } from '../figures.ts';
import { readTree } from '../html-page.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { refuse } from '../refusal.ts';
import { picturesInRtf } from './rtf-pictures.ts';
import { type RtfDocument, readRtfText } from './rtf-text.ts';

/**
 * Reads Rich Text Format: text in any code page that its fonts name, lists with the markers that it prints, tables,
 * footnotes, pictures. Margins of pages and comments stay in the original, and the edition says so.
 */
export function readRtf(bytes: Uint8Array, { fileName, encoding }: ReadOptions): Extraction {
	const chosen = encoding === undefined ? null : chosenEncoding(encoding);
	const document = inDepth(fileName, () =>
		readRtfText(
			Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
			chosen ? iconvName(chosen) : undefined,
		),
	);
	const { page, codePage, hasTextAside, hasDeletions, info } = document;
	const { language, title, ...text } = readTree(page);
	const { blocks, pictures } = placeFigures(text.blocks, picturesInRtf(bytes));
	const declared = chosen ?? encodingNamed(`cp${codePage}`);
	return {
		mediaType: 'application/rtf',
		importer: 'rtf',
		importerVersion: '2',
		parameters: {
			...(declared && { encoding: declared, encodingFoundBy: chosen ? 'user' : 'declared' }),
			...(hasTextAside && { textAside: true }),
			...(hasDeletions && { deletions: true }),
			...(pictures > 0 && { pictures }),
		},
		language,
		title: title || info.title || titleFromFileName(fileName),
		blocks,
		fields: fieldsFromProperties(makerOf(document)),
	};
}

function makerOf({ info: { author, created } }: RtfDocument): DatedMaker {
	return { creators: author === '' ? [] : [author], date: created };
}

function inDepth<T>(fileName: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError) throw refuse(fileName, message('import.reason.broken-part', { part: 'RTF' }));
		throw error;
	}
}
