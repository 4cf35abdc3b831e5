import type { Block } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { readDublinCore } from '../dublin-core.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { pptx } from '../media-type.ts';
import { refuse } from '../refusal.ts';
import { elementsNamed, parsedXml, readXml, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';
import { drawnWords, hasDrawnWords } from './drawn-words.ts';
import { decoded, relationIdOf, relationsOf } from './relations.ts';
import { SlideWriter } from './slide-text.ts';

const mainPart = 'ppt/presentation.xml';

/**
 * Reads a presentation: each slide a page with its title as a heading, then its paragraphs, lists and tables in the order
 * of the file, the words of diagrams and charts, then the speaker's notes. Hidden slides too; dates and numbers that stand on every slide are left out.
 */
export async function readPptx(zip: ZipPackage, { fileName }: ReadOptions): Promise<Extraction> {
	const part = async (name: string): Promise<XmlElement | null> => {
		const bytes = await zip.read(name);
		return bytes && readXml(bytes, fileName, name);
	};
	const presentation = await part(mainPart);
	if (!presentation) throw refuse(fileName, message('import.reason.broken-part', { part: mainPart }));
	const relations = await relationsOf(zip, mainPart);
	const writer = new SlideWriter();
	for (const [index, slide] of elementsNamed(presentation, 'sldId').entries()) {
		const name = relations.get(relationIdOf(slide))?.target;
		const root = name === undefined ? null : await part(name);
		if (!root || name === undefined) continue;
		const own = await relationsOf(zip, name);
		const notesName = [...own.values()].find(({ type }) => type.endsWith('/notesSlide'));
		const notes = notesName ? parsedXml(decoded(await zip.read(notesName.target))) : null;
		const drawn = new Map<XmlElement, string[]>();
		for (const frame of elementsNamed(root, 'graphicFrame'))
			if (hasDrawnWords(frame))
				drawn.set(frame, await drawnWords(frame, own, async (part) => decoded(await zip.read(part))));
		inDepth(fileName, name, () => writer.add(root, notes, index + 1, drawn));
	}
	const core = parsedXml(decoded(await zip.read('docProps/core.xml')));
	const about = core && readDublinCore(core, 'docx');
	const { blocks } = writer;
	return {
		mediaType: pptx,
		importer: 'pptx',
		importerVersion: '2',
		parameters: {},
		language: guessLanguage(blocks.map(({ text }) => text).join('\n')),
		title: about?.title || firstHeading(blocks) || titleFromFileName(fileName),
		blocks,
		...(about && { fields: about.fields }),
	};
}

function firstHeading(blocks: readonly Block[]): string {
	return blocks.find(({ kind }) => kind === 'heading')?.text ?? '';
}

/** Nesting that no program writes overflows the stack; the file is refused, and the process goes on. */
function inDepth(fileName: string, part: string, read: () => void): void {
	try {
		read();
	} catch (error) {
		if (error instanceof RangeError) throw refuse(fileName, message('import.reason.broken-part', { part }));
		throw error;
	}
}
