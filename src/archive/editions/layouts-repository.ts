import type { Reader, Writer } from '#archive/db/connection.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { type BlockLayout, boxAround, type EditionPage, type PlacedWord } from '#shared/domain/recognised-layout.ts';

/** As stored: what the names would repeat ten thousand times in a book. */
type WordRow = [start: number, end: number, confidence: number, x: number, y: number, width: number, height: number];

export function insertPage(writer: Writer, editionId: EditionId, page: EditionPage): void {
	writer.run(
		'INSERT INTO edition_pages (edition_id, number, sha256, page_in_file, width_px, height_px) VALUES (?, ?, ?, ?, ?, ?)',
		editionId,
		page.number,
		page.sha256,
		page.pageInFile,
		page.widthPx,
		page.heightPx,
	);
}

export function insertBlockLayout(
	writer: Writer,
	editionId: EditionId,
	{ ordinal, page, words }: Omit<BlockLayout, 'box'>,
): void {
	writer.run(
		'INSERT INTO block_layouts (edition_id, ordinal, page, words) VALUES (?, ?, ?, ?)',
		editionId,
		ordinal,
		page,
		JSON.stringify(words.map(toRow)),
	);
}

export function listPages(reader: Reader, editionId: EditionId): EditionPage[] {
	return reader.all<EditionPage>(
		`SELECT number, sha256, page_in_file AS pageInFile, width_px AS widthPx, height_px AS heightPx FROM edition_pages
		WHERE edition_id = ? ORDER BY number`,
		editionId,
	);
}

/** In the order of the text; those of one page where `page` is given. */
export function listBlockLayouts(reader: Reader, editionId: EditionId, page?: number): BlockLayout[] {
	return reader
		.all<{ ordinal: number; page: number; words: string }>(
			`SELECT ordinal, page, words FROM block_layouts WHERE edition_id = ? AND page = coalesce(?, page) ORDER BY ordinal`,
			editionId,
			page ?? null,
		)
		.flatMap((row) => {
			const words = (JSON.parse(row.words) as WordRow[]).map(toWord);
			const box = boxAround(words.map((word) => word.box));
			return box ? [{ ordinal: row.ordinal, page: row.page, box, words }] : [];
		});
}

function toRow({ start, end, confidence, box }: PlacedWord): WordRow {
	return [start, end, confidence, box.x, box.y, box.width, box.height];
}

function toWord([start, end, confidence, x, y, width, height]: WordRow): PlacedWord {
	return { start, end, confidence, box: { x, y, width, height } };
}
