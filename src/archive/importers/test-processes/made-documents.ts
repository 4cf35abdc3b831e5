import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP file of these parts, in their order. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
	const zip = new ZipFile();
	for (const [name, content] of Object.entries(parts))
		zip.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
	zip.end();
	return buffer(zip.outputStream as unknown as AsyncIterable<Buffer>);
}

const office = 'http://schemas.openxmlformats.org';
const word = `${office}/wordprocessingml/2006/main`;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A Word document with this body; `more` are its other parts. */
export function docxOf(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Uint8Array> {
	return zipOf({
		'[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="${wordType}.document.main+xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
		...more,
	});
}

/** A part of a Word document: its root element with the prefix that its content uses. */
export function wordPart(name: string, content: string): string {
	return `<w:${name} xmlns:w="${word}">${content}</w:${name}>`;
}

/** A paragraph of Word, in a style or with other properties. */
export function wordParagraph(text: string, properties = ''): string {
	return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A run with a picture, by the id of its relationship; `words` are its alternative text. */
export function wordPicture(id: string, words = '', isLinked = false): string {
	const drawing = `${office}/drawingml/2006`;
	const blip = `<a:blip xmlns:r="${office}/officeDocument/2006/relationships" r:${isLinked ? 'link' : 'embed'}="${id}"/>`;
	return `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><wp:docPr id="1" name="a" descr="${words}"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData><pic:pic xmlns:pic="${drawing}/picture"><pic:blipFill>${blip}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** The part that says which part each id stands for: one below `word/`, or an address with a scheme. */
export function wordRelationships(targets: Readonly<Record<string, string>>, kind = 'image'): string {
	const relationships = Object.entries(targets).map(
		([id, target]) =>
			`<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${kind}" Target="${target}"${target.includes(':') ? ' TargetMode="External"' : ''}/>`,
	);
	return `<Relationships xmlns="${office}/package/2006/relationships">${relationships.join('')}</Relationships>`;
}

export interface MadeBook {
	metadata?: string;
	/** The content of each chapter's file, whole. */
	chapters: readonly string[];
	more?: Readonly<Record<string, string | Uint8Array>>;
}

/** An e-book of these chapters, in a folder of its own within the file. */
export function epubOf({ metadata = '', chapters, more = {} }: MadeBook): Promise<Uint8Array> {
	const items = chapters.map(
		(_, at) => `<item id="c${at}" href="text/c%20${at}.xhtml" media-type="application/xhtml+xml"/>`,
	);
	const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
	return zipOf({
		mimetype: 'application/epub+zip',
		'META-INF/container.xml':
			'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/a.opf"/></rootfiles></container>',
		'book/a.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
		...Object.fromEntries(chapters.map((chapter, at) => [`book/text/c ${at}.xhtml`, chapter])),
		...more,
	});
}

const openDocument = ['office', 'text', 'style', 'table', 'meta']
	.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
	.concat(
		'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
		'xmlns:dc="http://purl.org/dc/elements/1.1/"',
		'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
		'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
		'xmlns:xlink="http://www.w3.org/1999/xlink"',
	)
	.join(' ');

/** An OpenDocument text with this body and these automatic styles. */
export function odtOf(
	body: string,
	styles = '',
	more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> {
	return zipOf({
		mimetype: 'application/vnd.oasis.opendocument.text',
		'content.xml': `<office:document-content ${openDocument}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
		...more,
	});
}

/** What the program that made it notes of an OpenDocument text. */
export function odtMeta(content: string): string {
	return `<office:document-meta ${openDocument}><office:meta>${content}</office:meta></office:document-meta>`;
}
