import type { Block } from '#shared/domain/block.ts';
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
	const files = elementsNamed(root, 'file');
	const source = attribute(root, 'srcLang') || attribute(files[0] ?? root, 'source-language');
	const target = attribute(root, 'trgLang') || attribute(files[0] ?? root, 'target-language');
	const language = canonical(source) ?? 'und';
	const blocks: Block[] = [];
	for (const [table, file] of files.entries()) {
		const notes = [attribute(file, 'original'), ...notesOf(file)].map((text) => text.trim());
		for (const text of new Set(notes)) if (text !== '') blocks.push({ kind: 'paragraph', text });
		blocks.push(...rowsOf(file, table, { language, target: canonical(target) }));
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
		const texts = [name, partsOf(unit, 'source'), partsOf(unit, 'target')];
		return texts.map((text, column) => cell(at + 1, column, text, column === 2 && target ? target : language));
	});
	const head = target === null ? [] : [cell(0, 2, `[${target}]`)];
	return [...head, ...rows.flat()].filter(({ text }) => text !== '');
}

/** In 2.x units of segments, in 1.2 units of one. */
function unitsOf(file: XmlElement): XmlElement[] {
	return [...elementsNamed(file, 'unit'), ...elementsNamed(file, 'trans-unit')];
}

/** Segments one behind the other; translations that a program only proposes are not the target. */
function partsOf(unit: XmlElement, part: 'source' | 'target'): string {
	const waiting = childElements(unit).filter((child) => localName(child) !== 'alt-trans');
	const found: string[] = [];
	for (let element = waiting.shift(); element; element = waiting.shift()) {
		if (localName(element) === part) found.push(wordsOf(element));
		else if (/^(?:segment|ignorable)$/.test(localName(element))) waiting.unshift(...childElements(element));
	}
	return found.join('').trim();
}

function wordsOf(element: XmlElement): string {
	return element.children
		.map((child) => {
			if (child instanceof XmlText) return child.text;
			return child instanceof XmlElement ? wordsOf(child) : '';
		})
		.join('');
}

function canonical(tag: string): string | null {
	try {
		return (tag && Intl.getCanonicalLocales(tag)[0]) || null;
	} catch {
		return null;
	}
}
