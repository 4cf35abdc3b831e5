import { type Extraction, titleFromFileName } from '../importer.ts';

/** Says where a picture lies: its first number is no title, and its name is that of the picture. */
export function asWorldFile(extraction: Extraction, fileName: string): Extraction {
	const blocks = extraction.blocks.map((block) =>
		block.kind === 'title' ? { ...block, kind: 'paragraph' as const } : block,
	);
	return { ...extraction, blocks, title: titleFromFileName(fileName) };
}
