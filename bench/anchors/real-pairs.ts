import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { encodingNamed } from '#archive/importers/encoding-names.ts';
import { type RecognisedPage, recognise } from '#archive/importers/recognition/recognise.ts';
import { readDocument } from '#archive/importers/registry.ts';
import type { Reading, Rereading } from '#archive/importers/rereading.ts';
import { docxOf, wordParagraph } from '#archive/importers/test-processes/made-documents.ts';
import { drawPage, pageHtml } from '#archive/testing/drawn-page.ts';
import { type PassageText, TextStream } from '#shared/text/anchor/text-stream.ts';
import { readDeclaration } from '../alignment/declarations.ts';
import { lettersBetween } from './letters-between.ts';
import type { Revision } from './revision.ts';

/** Two readings of one text as the importers give them. */
export interface RealPair {
	name: string;
	old: PassageText[];
	revision: Revision;
	/** Where both are of the same bytes, in how they were made out. */
	rereading?: Rereading;
}

const look = { widthPx: 1654, heightPx: 2339, sizePx: 30 };
const pageLength = 2600;
const pageCount = 3;
/** Languages that both the recognition and the drawn page know, by their names in the declarations and there. */
const recognised = ['eng', 'rus', 'hye'];
/** Text in an encoding, and one that it is taken for: first with a few letters wrong, at last with all of them. */
const misread = [
	{ language: 'fra', is: 'windows-1252', taken: 'windows-1250' },
	{ language: 'tur', is: 'windows-1254', taken: 'windows-1252' },
	{ language: 'rus', is: 'koi8-r', taken: 'windows-1251' },
];

export async function* makeRealPairs(): AsyncGenerator<RealPair> {
	for (const { language, is, taken } of misread) {
		const source = pagesOf(language).flat();
		const bytes = iconv.encode(source.join('\n\n'), is);
		const [right, wrong] = [await read(bytes, 'text.txt', is), await read(bytes, 'text.txt', taken)];
		const [from, to] = [taken, is].map((name) => ({ encoding: encodingNamed(name), font: null })) as [Reading, Reading];
		const name = `${language}: ${is} read as ${taken}, then rightly`;
		yield { ...pairOf(name, source, wrong, right), rereading: { from, to } };
	}
	for (const language of recognised) {
		const pages = pagesOf(language);
		const source = pages.flat();
		const [clean, scan] = [await recognisedText(pages, language, false), await recognisedText(pages, language, true)];
		const pdf = await read(printed(pages), 'text.pdf');
		const docx = await read(await docxOf(source.map((text) => wordParagraph(text)).join('')), 'text.docx');
		yield pairOf(`${language}: the same pages recognised twice, clean and scanned`, source, clean, scan);
		yield pairOf(`${language}: a scan recognised, then the PDF’s own text`, source, scan, pdf);
		yield pairOf(`${language}: the PDF’s own text, then a scan recognised`, source, pdf, scan);
		yield pairOf(`${language}: DOCX, then PDF`, source, docx, pdf);
	}
}

function pairOf(name: string, source: readonly string[], old: PassageText[], passages: PassageText[]): RealPair {
	const text = source.join('\n');
	const [oldText, newText] = [old, passages].map((each) => new TextStream(each).text) as [string, string];
	const toSource = lettersBetween(oldText, text);
	const fromSource = lettersBetween(text, newText);
	const newAt = toSource.map((at) => (at < 0 ? -1 : (fromSource[at] ?? -1)));
	return { name, old, revision: { passages, newAt, isOther: new Uint8Array(oldText.length), kinds: [] } };
}

/** Paragraphs of the Declaration, as many as there is room for. */
function pagesOf(language: string): string[][] {
	const pages: string[][] = [];
	let room = 0;
	for (const { text } of readDeclaration(language)) {
		room -= text.length + 60;
		if (room < 0) {
			if (pages.length === pageCount) break;
			pages.push([]);
			room = pageLength - text.length;
		}
		pages.at(-1)?.push(text);
	}
	return pages;
}

async function read(bytes: Uint8Array, fileName: string, encoding?: string): Promise<PassageText[]> {
	const { blocks } = await readDocument(bytes, { fileName, ...(encoding && { encoding }) });
	return numbered(blocks.map(({ text }) => text));
}

async function recognisedText(pages: readonly string[][], code: string, isScan: boolean): Promise<PassageText[]> {
	const languages = [{ code, path: path.resolve('resources/tessdata', `${code}.traineddata.gz`) }];
	const texts: string[] = [];
	for (const paragraphs of pages) {
		const bytes = drawPage(paragraphs, { ...look, isScan });
		const task = { kind: 'page' as const, bytes, mediaType: 'image/png', page: 1, languages };
		const { page } = (await recognise('page', task)) as { page: RecognisedPage };
		texts.push(...page.blocks.map(({ block }) => block.text));
	}
	return numbered(texts);
}

function numbered(texts: readonly string[]): PassageText[] {
	return texts.map((text, ordinal) => ({ ordinal, text }));
}

/** As a browser prints it: with the text under the letters. */
function printed(pages: readonly string[][]): Buffer {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
	try {
		const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
		fs.writeFileSync(page, pageHtml(pages.flat(), { sizePx: 15 }));
		const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
		const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=10000', profile];
		execFileSync('chromium', [...flags, `--print-to-pdf=${pdf}`, pathToFileURL(page).href], { stdio: 'ignore' });
		return fs.readFileSync(pdf);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}
