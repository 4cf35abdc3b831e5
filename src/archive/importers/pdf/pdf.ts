import { message } from '#shared/messages/messages.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { refuse } from '../refusal.ts';
import { blocksOfParagraphs, type OutlineEntry } from './pdf-blocks.ts';
import {
	creatorsInProperties,
	datesInProperties,
	languageInProperties,
	type PdfProperties,
	titleInProperties,
} from './pdf-description.ts';
import { filledIn } from './pdf-filled-in.ts';
import { loadPdfLibrary, openPdf, type PdfDocument, type PdfLibrary } from './pdf-library.ts';
import { linesOfPage } from './pdf-lines.ts';
import { type FoundMark, marksOnPage, placeMarks } from './pdf-marks.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { placePieces } from './pdf-pieces.ts';
import { type LaidOutPage, leaveOutRunningLines } from './pdf-running-lines.ts';

const mostPages = 10_000;
const mostOutlineEntries = 5_000;
/** Part of the text that may be letters nobody can name, before recognising the picture of it is the better way. */
const mostUnnamed = 0.3;

/** Reads the text layer of a PDF. Throws `unsupported-format` with the reason where there is none that can be read. */
export async function readPdf(bytes: Uint8Array, { fileName }: ReadOptions): Promise<Extraction> {
	const library = await loadPdfLibrary();
	const loading = openPdf(library, bytes);
	try {
		const document = await loading.promise.catch((error: unknown) => {
			throw refuse(fileName, reasonFor(error, library));
		});
		if (document.numPages > mostPages)
			throw refuse(fileName, message('import.reason.pdf-pages', { pages: document.numPages, most: mostPages }));
		return await readText(document, fileName);
	} finally {
		await loading.destroy();
	}
}

function reasonFor(error: unknown, library: PdfLibrary): string {
	const isLocked = error instanceof library.PasswordException;
	return message(isLocked ? 'import.reason.encrypted' : 'import.reason.pdf-damaged');
}

async function readText(document: PdfDocument, fileName: string): Promise<Extraction> {
	const { pages, unreadable, withoutText, marks } = await readPages(document);
	if (unreadable === document.numPages) throw refuse(fileName, message('import.reason.pdf-damaged'));
	const { pages: kept, count } = leaveOutRunningLines(pages);
	const outline = await document.getOutline().catch(() => null);
	const { title, blocks, layout } = blocksOfParagraphs(paragraphsOf(kept), flattenOutline(outline ?? []));
	const text = blocks.map((block) => block.text).join('\n');
	if (text.trim() === '') throw refuse(fileName, message('import.reason.pdf-scan'));
	if (unnamedShare(text) > mostUnnamed) throw refuse(fileName, message('import.reason.pdf-garbled'));
	const properties = await propertiesOf(document);
	const guessed = guessLanguage(text);
	return {
		mediaType: 'application/pdf',
		importer: 'pdf',
		importerVersion: '3',
		title: titleInProperties(properties) || title || titleFromFileName(fileName),
		// Programs write the language of their own menus; what the text itself tells weighs more.
		language: guessed === 'und' ? (languageInProperties(properties) ?? 'und') : guessed,
		blocks,
		layout,
		...(marks.length > 0 && { marks: placeMarks(marks, layout, (ordinal) => blocks[ordinal]?.text ?? '') }),
		parameters: {
			pages: document.numPages,
			...(withoutText > 0 && { pagesWithoutText: withoutText }),
			...(unreadable > 0 && { unreadablePages: unreadable }),
			...(count > 0 && { runningLines: count }),
		},
		fields: { creators: creatorsInProperties(properties), dates: datesInProperties(properties) },
	};
}

interface ReadPages {
	pages: LaidOutPage[];
	unreadable: number;
	withoutText: number;
	marks: FoundMark[];
}

/** A page that cannot be read costs itself only. What was typed onto a scan does not make it a page with text. */
async function readPages(document: PdfDocument): Promise<ReadPages> {
	const pages: LaidOutPage[] = [];
	const marks: FoundMark[] = [];
	let unreadable = 0;
	let withoutText = 0;
	for (let number = 1; number <= document.numPages; number += 1) {
		try {
			const page = await document.getPage(number);
			const { width, height, transform: matrix } = page.getViewport({ scale: 1 });
			const { items } = await page.getTextContent();
			const drawn = items.filter((item) => 'str' in item);
			const hasText = drawn.some(({ str }) => str.trim() !== '');
			if (!hasText) withoutText += 1;
			const notes = await page.getAnnotations().catch(() => []);
			const view = { number, width, height, matrix };
			const pieces = placePieces([...drawn, ...filledIn(notes, hasText)], view);
			marks.push(...marksOnPage(notes, view));
			pages.push({ number, height, columns: linesOfPage(pieces) });
			page.cleanup();
		} catch {
			unreadable += 1;
		}
	}
	return { pages, unreadable, withoutText, marks };
}

async function propertiesOf(document: PdfDocument): Promise<PdfProperties> {
	const metadata = await document.getMetadata().catch(() => null);
	return (metadata?.info ?? {}) as PdfProperties;
}

interface OutlineNode {
	title: string;
	items: OutlineNode[];
}

function flattenOutline(nodes: readonly OutlineNode[]): OutlineEntry[] {
	const entries: OutlineEntry[] = [];
	const waiting = nodes.map((node) => ({ node, depth: 1 }));
	for (let next = waiting.shift(); next && entries.length < mostOutlineEntries; next = waiting.shift()) {
		const { node, depth } = next;
		entries.push({ title: node.title, depth });
		waiting.unshift(...node.items.map((child) => ({ node: child, depth: depth + 1 })));
	}
	return entries;
}

/** Part of the characters that stand for no letter: the file's fonts do not say which one. */
function unnamedShare(text: string): number {
	const written = text.replaceAll(/\s+/g, '');
	return (written.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0) / written.length;
}
