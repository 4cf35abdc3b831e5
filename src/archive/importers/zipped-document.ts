import type { Extraction, ReadOptions } from './importer.ts';
import { docx, epub, ods, odt, pptx, wacz, xlsx } from './media-type.ts';
import { refuseUnread } from './refusal.ts';
import { isWacz } from './web-archive/wacz-parts.ts';
import { ZipPackage } from './zip-package.ts';

/** Reads a document that is a ZIP file, by what is in it; the name of the file has no say. */
export async function readZippedDocument(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
	const zip = await ZipPackage.open(bytes, options.fileName);
	const mediaType = await typeOf(zip);
	if (mediaType === docx) return (await import('./docx.ts')).readDocx(zip, options);
	if (mediaType === epub) return (await import('./epub.ts')).readEpub(zip, options);
	if (mediaType === odt) return (await import('./odt.ts')).readOdt(zip, options);
	if (mediaType === pptx) return (await import('./office/pptx.ts')).readPptx(zip, options);
	if (mediaType === xlsx || mediaType === ods)
		return (await import('./office/spreadsheet.ts')).readSpreadsheet(bytes, options, mediaType);
	if (mediaType === wacz) return (await import('./web-archive/warc.ts')).readWacz(zip, options);
	throw refuseUnread(options.fileName, mediaType);
}

/** Office files list the types of their parts, the main one among them. */
const officeTypes: readonly [RegExp, string][] = [
	[/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled\.main/i, docx],
	[/spreadsheetml\.(?:sheet|template)\.main|ms-excel\./i, xlsx],
	[/presentationml\.(?:presentation|slideshow|template)\.main|ms-powerpoint\./i, pptx],
];

async function typeOf(zip: ZipPackage): Promise<string> {
	const contentTypes = await latin1Of(zip, '[Content_Types].xml');
	const office = officeTypes.find(([pattern]) => pattern.test(contentTypes))?.[1];
	if (office) return office;
	if (zip.has('word/document.xml')) return docx;
	const stated = (await latin1Of(zip, 'mimetype')).trim();
	if (/^application\/vnd\.oasis\.opendocument\.[a-z-]+$/.test(stated))
		return stated.replace(/-(?:template|master)$/, '');
	if (isWacz(zip.names())) return wacz;
	return stated === epub || zip.has('META-INF/container.xml') ? epub : 'application/zip';
}

async function latin1Of(zip: ZipPackage, part: string): Promise<string> {
	// Some writers use UTF-16: what matters here is ASCII in either.
	return Buffer.from((await zip.read(part)) ?? [])
		.toString('latin1')
		.replaceAll('\0', '');
}
