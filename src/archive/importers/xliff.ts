import type { Block } from '#shared/domain/block.ts';
import { canonicalLanguage } from '#shared/domain/language-tag.ts';
import { message } from '#shared/messages/messages.ts';
import { decodeMarkup } from './decode-markup.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from './importer.ts';
import { refuse } from './refusal.ts';
import { attribute, childElements, elementsNamed, localName, parsedXml, XmlElement, XmlText } from './xml.ts';

/** As IANA knows it. */
export const xliff = 'application/xliff+xml';

/**
 * Reads XLIFF 1.2, 2.0 and 2.1 (OASIS) as a table of name, source and target; its notes before it. Codes within a text
 * stand for formatting that only the program they came from has: their words are read, and they are not.
 */
export function readXliff(bytes: Uint8Array, { fileName, encoding }: ReadOptions): Extraction {
	const decoded = decodeMarkup(bytes, { fileName, ...(encoding !== undefined && { encoding }) });
	const root = parsedXml(decoded.text.replace(/\r\n?/g, '\n'));
	if (!root) throw refuse(fileName, message('import.reason.broken-part', { part: 'xliff' }));
	// A file within a file would give its units once more for each around them.
	const files = childElements(root).filter((child) => localName(child) === 'file');
	const source = attribute(root, 'srcLang') || attribute(files[0] ?? root, 'source-language');
	const target = attribute(root, 'trgLang') || attribute(files[0] ?? root, 'target-language');
	const language = canonicalLanguage(source) ?? 'und';
	const blocks: Block[] = [];
	for (const [table, file] of files.entries()) {
		const notes = [attribute(file, 'original'), ...notesOf(file)].map((text) => text.trim());
		for (const text of new Set(notes)) if (text !== '') blocks.push({ kind: 'paragraph', text });
		for (const block of rowsOf(file, table, { language, target: canonicalLanguage(target) })) blocks.push(block);
	}
	return {
		mediaType: xliff,
		importer: 'xliff',
		importerVersion: '1',
		parameters: { encoding: decoded.encoding },
		language,
		title: titleFromFileName(fileName),
		blocks,
	};
}

/** Those of the file as a whole. */
function notesOf(file: XmlElement): string[] {
	const heads = childElements(file).filter((child) => /^(?:notes|header)$/.test(localName(child)));
	return heads.flatMap((head) => elementsNamed(head, 'note')).map(wordsOf);
}

function rowsOf(file: XmlElement, table: number, languages: { language: string; target: string | null }): Block[] {
	const { language, target } = languages;
	const cell = (row: number, column: number, text: string, inLanguage = language): Block => ({
		...{ kind: 'cell', text, cell: { table, row, column, ...(row === 0 && { header: true }) } },
		...(inLanguage !== language && { language: inLanguage }),
	});
	const rows = unitsOf(file).map((unit, at): Block[] => {
		const name = attribute(unit, 'name') || attribute(unit, 'resname') || attribute(unit, 'id');
		const { source, target: translation } = textsOf(unit);
		const texts = [name, source, translation];
		return texts.map((text, column) => cell(at + 1, column, text, column === 2 && target ? target : language));
	});
	const head = target === null ? [] : [cell(0, 2, `[${target}]`)];
	return [...head, ...rows.flat()].filter(({ text }) => text !== '');
}

/** In 2.x units of segments, in 1.2 units of one. */
function unitsOf(file: XmlElement): XmlElement[] {
	return [...elementsNamed(file, 'unit'), ...elementsNamed(file, 'trans-unit')];
}

interface Texts {
	source: string;
	target: string;
}

/**
 * Segments one behind the other; translations that a program only proposes are not the target. A unit of which every
 * segment is as its source is blank; in one that was translated a number or a name may rightly be.
 */
function textsOf(unit: XmlElement): Texts {
	const segments = [...(childOf(unit, 'source') ? [unit] : []), ...segmentsOf(unit)];
	const isBlank = segments.every((segment) => wordsIn(segment, 'source').trim() === '' || isUntouched(segment));
	const found = segments.map((segment) => ({
		source: wordsIn(segment, 'source'),
		target: isBlank ? '' : wordsIn(segment, 'target'),
	}));
	return {
		source: found
			.map(({ source }) => source)
			.join('')
			.trim(),
		target: found
			.map(({ target }) => target)
			.join('')
			.trim(),
	};
}

function segmentsOf(unit: XmlElement): XmlElement[] {
	return childElements(unit).filter((child) => /^(?:segment|ignorable)$/.test(localName(child)));
}

const done = new Set(['translated', 'reviewed', 'signed-off', 'final']);

/**
 * Whether nobody has translated it: programs put the source in the place of what is to come. One that says only that a
 * segment is new may not have been told of what somebody typed into it.
 */
function isUntouched(segment: XmlElement): boolean {
	const target = childOf(segment, 'target');
	const state = attribute(segment, 'state') || (target && attribute(target, 'state')) || '';
	if (done.has(state) || attribute(segment, 'approved') === 'yes') return false;
	const words = wordsIn(segment, 'target').trim();
	return words === '' || words === wordsIn(segment, 'source').trim();
}

function wordsIn(parent: XmlElement, part: 'source' | 'target'): string {
	const element = childOf(parent, part);
	return element ? wordsOf(element) : '';
}

function childOf(parent: XmlElement, name: string): XmlElement | undefined {
	return childElements(parent).find((child) => localName(child) === name);
}

function wordsOf(element: XmlElement): string {
	return element.children
		.map((child) => {
			if (child instanceof XmlText) return child.text;
			return child instanceof XmlElement ? wordsOf(child) : '';
		})
		.join('');
}
