import { isPassage } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { marksOf } from './comments.ts';
import { readDublinCore } from './dublin-core.ts';
import { placeFiguresLater } from './figures.ts';
import { readTree } from './html-page.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from './importer.ts';
import { type MarginParagraph, withMargins, wordsOfMargin } from './margins.ts';
import { odt } from './media-type.ts';
import { wordsOfRemark } from './odt-remarks.ts';
import { OdtStyles } from './odt-styles.ts';
import { odtAsHtml } from './odt-text.ts';
import { refuse } from './refusal.ts';
import { SignedText, TextSigns } from './text-signs.ts';
import { childElements, elementsNamed, localName, parsedXml, readXml, XmlElement, XmlText } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

/**
 * Reads an OpenDocument text. Its comments are marks of its readers; headers and footers of its pages stand once, behind
 * the text. Struck out text is left out.
 */
export async function readOdt(zip: ZipPackage, { fileName }: ReadOptions): Promise<Extraction> {
	/** What is beside the text costs only itself where it is damaged. */
	const beside = async (name: string) => parsedXml(new TextDecoder().decode((await zip.read(name)) ?? undefined));
	const part = async (name: string): Promise<XmlElement | null> => {
		const bytes = await zip.read(name);
		return bytes && readXml(bytes, fileName, name);
	};
	const manifest = await part('META-INF/manifest.xml');
	if (manifest && elementsNamed(manifest, 'encryption-data').length > 0)
		throw refuse(fileName, message('import.reason.encrypted'));
	const content = await part('content.xml');
	const body = content && elementsNamed(content, 'body')[0];
	if (!content || !body) throw refuse(fileName, message('import.reason.broken-part', { part: 'content.xml' }));
	const meta = await beside('meta.xml');
	const about = meta && readDublinCore(meta, 'odt');
	const shared = await beside('styles.xml');
	const styles = new OdtStyles([shared, content].filter((root) => root !== null));
	const signs = new TextSigns();
	const { read, comments } = inDepth(fileName, () => {
		const { page, comments } = odtAsHtml(body, styles, signs);
		return { read: readTree(page), comments };
	});
	const { language, title, ...page } = read;
	const placed = await placeFiguresLater(page.blocks, async (address) =>
		/^(?:[a-z][a-z0-9+.-]+:|\.\.\/|\/)/i.test(address) ? 'elsewhere' : zip.picture(address.replace(/^\.\//, '')),
	);
	const text = new SignedText(placed.blocks, signs);
	const marks = text.blocks.some(isPassage) ? marksOf(comments, text) : [];
	const blocks = withMargins(
		text.blocks,
		inDepth(fileName, () => marginsOf(shared)),
	);
	return {
		mediaType: odt,
		importer: 'odt',
		importerVersion: '3',
		parameters: {
			...(placed.pictures > 0 && { pictures: placed.pictures }),
			...(marks.length < remarksIn([content, shared]) && { textAside: true }),
			...(elementsNamed(content, 'deletion').some(({ text }) => text.trim() !== '') && { deletions: true }),
		},
		language,
		title: signs.without(title) || about?.title || titleFromFileName(fileName),
		blocks,
		...(marks.length > 0 && { marks }),
		...(about && { fields: about.fields }),
	};
}

/** How many remarks there are, also beyond measure, on what was struck out, and in margins, where none are taken. */
function remarksIn(roots: readonly (XmlElement | null)[]): number {
	const remarks = roots.flatMap((root) => (root ? elementsNamed(root, 'annotation') : []));
	return remarks.filter((remark) => wordsOfRemark(remark) !== '').length;
}

/** What stands in the margins of the pages, each once: heads, then feet. */
function marginsOf(shared: XmlElement | null): string[] {
	const named = ['', '-left', '-first']
		.flatMap((which) => [`header${which}`, `footer${which}`])
		.sort()
		.toReversed();
	const margins = shared ? named.flatMap((name) => elementsNamed(shared, name)) : [];
	return [...new Set(wordsOfMargin(margins.flatMap(paragraphsIn)))];
}

/** In order, each without those within it, in frames, which follow it; what readers remarked is none. */
function paragraphsIn(margin: XmlElement): MarginParagraph[] {
	const found: MarginParagraph[] = [];
	const waiting = [margin];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		if (isParagraph(element)) found.push(marginParagraph(element));
		if (!isBesideWords(element)) for (const child of childElements(element).toReversed()) waiting.push(child);
	}
	return found;
}

function isParagraph(element: XmlElement): boolean {
	return /^[hp]$/.test(localName(element));
}

/** Remarks, what was struck out, and what is said of pictures. */
function isBesideWords(element: XmlElement): boolean {
	return /^(?:annotation|tracked-changes)$/.test(localName(element)) || element.name.startsWith('svg:');
}

function marginParagraph(paragraph: XmlElement): MarginParagraph {
	let hasPageNumber = false;
	const words = (element: XmlElement): string =>
		element.children
			.map((child) => {
				if (!(child instanceof XmlElement)) return child instanceof XmlText ? child.text : '';
				const isNumber = /^page-(?:number|count)$/.test(localName(child));
				hasPageNumber ||= isNumber;
				if (isNumber || isParagraph(child) || isBesideWords(child)) return '';
				return /^(?:s|tab|line-break)$/.test(localName(child)) ? ' ' : words(child);
			})
			.join('');
	const text = words(paragraph);
	return { text, hasPageNumber };
}

/** Nesting that no program writes overflows the stack; the file is refused, and the process goes on. */
function inDepth<T>(fileName: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError)
			throw refuse(fileName, message('import.reason.broken-part', { part: 'content.xml' }));
		throw error;
	}
}
