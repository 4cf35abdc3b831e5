import type { Block } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { readDublinCore } from '../dublin-core.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { pptx } from '../media-type.ts';
import { refuse } from '../refusal.ts';
import { attribute, elementsNamed, parsedXml, readXml, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';
import { SlideWriter } from './slide-text.ts';

const mainPart = 'ppt/presentation.xml';

/**
 * Reads a presentation: each slide a page with its title as a heading, then its paragraphs, lists and tables in the order
 * of the file, then the speaker's notes. Hidden slides too; dates and numbers that stand on every slide are left out.
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
		const notesName = [...(await relationsOf(zip, name)).values()].find(({ type }) => type.endsWith('/notesSlide'));
		const notes = notesName ? parsedXml(decoded(await zip.read(notesName.target))) : null;
		inDepth(fileName, name, () => writer.add(root, notes, index + 1));
	}
	const core = parsedXml(decoded(await zip.read('docProps/core.xml')));
	const about = core && readDublinCore(core, 'docx');
	const { blocks } = writer;
	return {
		mediaType: pptx,
		importer: 'pptx',
		importerVersion: '1',
		parameters: {},
		language: guessLanguage(blocks.map(({ text }) => text).join('\n')),
		title: about?.title || firstHeading(blocks) || titleFromFileName(fileName),
		blocks,
		...(about && { fields: about.fields }),
	};
}

/** `r:id`, which is not the `id` beside it. */
function relationIdOf({ attributes }: XmlElement): string {
	return Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? '';
}

/** What a part refers to, by id, names resolved; none where its list is missing or damaged. */
async function relationsOf(zip: ZipPackage, name: string): Promise<Map<string, { type: string; target: string }>> {
	const at = name.lastIndexOf('/') + 1;
	const root = parsedXml(decoded(await zip.read(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`)));
	const relations = root ? elementsNamed(root, 'Relationship') : [];
	return new Map(
		relations
			.filter((relation) => attribute(relation, 'TargetMode') !== 'External')
			.map((relation) => [
				attribute(relation, 'Id'),
				{ type: attribute(relation, 'Type'), target: resolved(name.slice(0, at), attribute(relation, 'Target')) },
			]),
	);
}

/** Relative to the part's folder, or from the root of the package; never out of it. */
function resolved(folder: string, target: string): string {
	const path: string[] = [];
	for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
		if (step === '..') path.pop();
		else if (step !== '' && step !== '.') path.push(step);
	}
	return path.join('/');
}

function decoded(bytes: Uint8Array | null): string {
	return new TextDecoder().decode(bytes ?? undefined);
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
