import type { Element, Root, RootContent } from 'hast';
import mammoth from 'mammoth';
import { isPassage } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { type Comment, marksOf } from './comments.ts';
import { commentsIn, type DocxComments, signComments } from './docx-comments.ts';
import { marginsIn } from './docx-margins.ts';
import { placeNumbers, signNumbers } from './docx-markers.ts';
import { withAllWords } from './docx-words.ts';
import { readDublinCore } from './dublin-core.ts';
import { placeFiguresLater } from './figures.ts';
import { isElement } from './html-elements.ts';
import { readHtml } from './html-page.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from './importer.ts';
import { withMargins } from './margins.ts';
import { docx } from './media-type.ts';
import { relationsOf } from './office/relations.ts';
import { refuse } from './refusal.ts';
import { SignedText, TextSigns } from './text-signs.ts';
import { parsedXml } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

const numberingPart = 'word/numbering.xml';
const stylesPart = 'word/styles.xml';

/** Begins the address of a picture that is a part of the file; one that is not has its own. */
const partScheme = 'part:';

const options = {
	styleMap: [
		"p[style-name='Title'] => h1:fresh",
		"p[style-name='Subtitle'] => p:fresh",
		"p[style-name='Quote'] => blockquote > p:fresh",
		"p[style-name='Intense Quote'] => blockquote > p:fresh",
		"p[style-name='caption'] => figcaption:fresh",
		'u => u',
	],
	// A style map of the file's own could make anything of its text.
	includeEmbeddedStyleMap: false,
	externalFileAccess: false,
	// The picture itself stays in the original: here it is named, and what is given for its bytes is its name.
	convertImage: mammoth.images.imgElement(async (image) => ({ src: await addressOf(image) })),
};

/**
 * Reads a Word document. Its comments are marks of its readers; headers and footers of its pages stand once, behind the
 * text. What was struck out is left out.
 */
export async function readDocx(zip: ZipPackage, { fileName }: ReadOptions): Promise<Extraction> {
	const signs = new TextSigns();
	const { html, hasDeletions, comments, hasMoreComments, margins } = await convert(zip, fileName, signs);
	const { language, title, isFlattened, ...page } = readHtml(html, {
		prepare: (tree) => {
			placeNumbers(tree);
			drawBoxes(tree);
			nameNotes(tree);
		},
	});
	const placed = await placeFiguresLater(page.blocks, async (address) =>
		address.startsWith(partScheme) ? zip.picture(address.slice(partScheme.length)) : 'elsewhere',
	);
	const text = new SignedText(placed.blocks, signs);
	const marks = text.blocks.some(isPassage) ? marksOf(comments, text) : [];
	const blocks = withMargins(text.blocks, margins);
	// Properties that are damaged cost themselves only.
	const properties = parsedXml(new TextDecoder().decode((await zip.read('docProps/core.xml')) ?? undefined));
	const core = properties && readDublinCore(properties, 'docx');
	return {
		mediaType: docx,
		importer: 'docx',
		importerVersion: '3',
		parameters: {
			...(isFlattened && { flattened: true }),
			...(placed.pictures > 0 && { pictures: placed.pictures }),
			...((hasMoreComments || marks.length < comments.length) && { textAside: true }),
			...(hasDeletions && { deletions: true }),
		},
		language,
		title: signs.without(title) || core?.title || titleFromFileName(fileName),
		blocks,
		...(marks.length > 0 && { marks }),
		...(core && { fields: core.fields }),
	};
}

async function addressOf(image: { readAsBuffer(): Promise<Buffer> }): Promise<string> {
	try {
		return `${partScheme}${await image.readAsBuffer()}`;
	} catch (error) {
		// It says where a picture is that it may not fetch, and that in no other way.
		return (
			/^could not read external image '(.*)', external file access is disabled$/.exec(
				String((error as Error).message),
			)?.[1] ?? ''
		);
	}
}

interface Converted {
	html: string;
	hasDeletions: boolean;
	comments: Comment[];
	hasMoreComments: boolean;
	margins: string[];
}

async function convert(zip: ZipPackage, fileName: string, signs: TextSigns): Promise<Converted> {
	const text = async (name: string) => new TextDecoder().decode((await zip.read(name)) ?? undefined);
	const numbering = zip.has(numberingPart) ? await text(numberingPart) : null;
	const styles = zip.has(stylesPart) ? await text(stylesPart) : null;
	let hasDeletions = false;
	let found: DocxComments = { comments: [], hasMore: false };
	let margins: string[] = [];
	// mammoth takes an opened file too, though its types do not say so: it would unpack without bounds itself.
	const file = {
		exists: (name: string) => zip.has(name),
		read: async (name: string, encoding?: string) => {
			if (!encoding) return Buffer.from(name);
			const xml = await withAllWords(await text(name), {
				relations: () => relationsOf(zip, name),
				read: text,
			});
			if (!isMainPart(xml)) return xml;
			hasDeletions = /<w:delText(?:\s[^<>]*)?>[^<]*[^<\s]/.test(xml);
			const relations = await relationsOf(zip, name);
			found = await commentsIn(zip, relations);
			margins = await marginsIn(zip, relations);
			return signNumbers(found.comments.length > 0 ? signComments(xml, signs) : xml, numbering, styles);
		},
	};
	try {
		const { value: html } = await mammoth.convertToHtml({ file } as never, options);
		return { html, hasDeletions, comments: found.comments, hasMoreComments: found.hasMore, margins };
	} catch (error) {
		if ((error as { code?: unknown }).code === 'unsupported-format') throw error;
		throw refuse(fileName, message('import.reason.broken-part', { part: 'DOCX' }));
	}
}

/** Whatever its name, which newer programs vary. */
function isMainPart(xml: string): boolean {
	return /<w:document[\s>]/.test(xml.slice(0, 4096));
}

/** mammoth gives the boxes of forms as elements of a page's form, which are no text. */
function drawBoxes(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!('children' in node)) continue;
		node.children.forEach((child, at) => {
			if (!isElement(child, 'input')) return;
			(node.children as RootContent[])[at] = { type: 'text', value: 'checked' in child.properties ? '☒' : '☐' };
		});
		waiting.push(...node.children);
	}
}

/** mammoth gathers the notes in a list at the end, each with a way back; here they are notes with the sign they go by. */
function nameNotes(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!('children' in node)) continue;
		if (isElement(node, 'ol')) {
			let count = 0;
			for (const item of node.children) {
				if (!isElement(item, 'li') || !/^(?:footnote|endnote)-/.test(String(item.properties.id ?? ''))) continue;
				count += 1;
				nameNote(item, count);
			}
		}
		waiting.push(...node.children);
	}
}

function nameNote(item: Element, count: number): void {
	item.properties.role = 'doc-footnote';
	const last = item.children.findLast((child) => isElement(child, 'p')) as Element | undefined;
	const wayBack = last?.children.at(-1);
	if (wayBack && isElement(wayBack, 'a')) last?.children.pop();
	const sign: Element = {
		type: 'element',
		tagName: 'sup',
		properties: {},
		children: [{ type: 'text', value: `[${count}]` }],
	};
	const first = item.children.find((child) => isElement(child, 'p')) as Element | undefined;
	(first ?? item).children.unshift(sign, { type: 'text', value: ' ' });
}
