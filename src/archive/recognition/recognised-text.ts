import type { NewEdition, NewLayout } from '#archive/editions/editions-service.ts';
import { meanConfidence } from '#archive/importers/recognition/language-trial.ts';
import type { RecognisedPage } from '#archive/importers/recognition/recognise.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** One page on its way into an edition. */
export interface ReadPage {
	sha256: Sha256;
	pageInFile: number;
	read: RecognisedPage;
	/** What the file's own text layer has of a page that is no picture. */
	ownBlocks: readonly Block[];
}

/** What it was read in: what the edition says of itself. */
export interface ReadIn {
	codes: readonly string[];
	/** BCP 47. */
	language: string;
}

/** The edition that these pages make: page after page, numbered through all files. */
export function editionOfPages(pages: readonly ReadPage[], { codes, language }: ReadIn): NewEdition {
	const blocks: Block[] = [];
	const layout = { pages: [] as NewLayout['pages'][number][], blocks: [] as NewLayout['blocks'][number][] };
	for (const [index, { sha256, pageInFile, read, ownBlocks }] of pages.entries()) {
		const page = index + 1;
		if (page > 1) blocks.push({ kind: 'page-break', text: '', page });
		const { widthPx, heightPx } = read;
		if (widthPx === null || heightPx === null) {
			blocks.push(...ownBlocks.map((block) => ({ ...block, page })));
			continue;
		}
		layout.pages.push({ number: page, sha256, pageInFile, widthPx, heightPx });
		for (const { block, words } of read.blocks) {
			layout.blocks.push({ ordinal: blocks.length, page, words });
			blocks.push({ ...block, page });
		}
	}
	const withoutPicture = pages.filter(({ read }) => read.widthPx === null).length;
	return {
		kind: 'ocr',
		originalSha256: pages[0]?.sha256 ?? null,
		maker: 'Tesseract',
		makerVersion: pages[0]?.read.engineVersion ?? '',
		parameters: {
			languages: codes.join('+'),
			pages: pages.length,
			confidence: Math.round(meanConfidence(pages.flatMap(({ read }) => read.blocks))),
			...(withoutPicture > 0 && { pagesWithoutPicture: withoutPicture }),
		},
		language,
		blocks,
		recognised: layout,
	};
}
