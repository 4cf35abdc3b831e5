import type { Reader, Writer } from '#archive/db/connection.ts';
import type { Block, BlockKind, StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { Advance, PageLayout, PlacedRun } from '#shared/domain/page-layout.ts';
import type { TextOutline } from '#shared/domain/text-outline.ts';

interface EditionRow extends Omit<Edition, 'parameters' | 'isDraft'> {
	parameters: string;
	isDraft: number;
}

const editionColumns = `id, record_id AS recordId, kind, original_sha256 AS originalSha256, maker,
	maker_version AS makerVersion, parameters, language, created_at AS createdAt, passage_count AS passageCount,
	word_count AS wordCount, text_sha256 AS textSha256, is_draft AS isDraft, base_edition_id AS baseEditionId`;

export function findEdition(reader: Reader, id: string): Edition | undefined {
	const row = reader.get<EditionRow>(`SELECT ${editionColumns} FROM editions WHERE id = ?`, id);
	return row && toEdition(row);
}

/** Newest first. */
export function listEditions(reader: Reader, recordId: RecordId): Edition[] {
	return reader
		.all<EditionRow>(
			`SELECT ${editionColumns} FROM editions WHERE record_id = ? ORDER BY clock DESC, id DESC`,
			recordId,
		)
		.map(toEdition);
}

/** All with this very text, oldest first. */
export function listEditionsByText(reader: Reader, textSha256: string): Edition[] {
	return reader
		.all<EditionRow>(`SELECT ${editionColumns} FROM editions WHERE text_sha256 = ? ORDER BY clock, id`, textSha256)
		.map(toEdition);
}

export interface TextDigest {
	id: EditionId;
	recordId: RecordId;
	recordTitle: string;
	textSha256: string;
}

/** Of every finished text, by id; of these records alone where they are given. */
export function listTextDigests(reader: Reader, recordIds?: readonly RecordId[]): TextDigest[] {
	return reader.all<TextDigest>(
		`SELECT e.id, e.record_id AS recordId, r.title AS recordTitle, e.text_sha256 AS textSha256
		FROM editions AS e JOIN records AS r ON r.id = e.record_id
		WHERE e.is_draft = 0 ${recordIds ? 'AND e.record_id IN (SELECT value FROM json_each(?))' : ''} ORDER BY e.id`,
		...(recordIds ? [JSON.stringify(recordIds)] : []),
	);
}

/** Of every finished text of a record outside the bin that was made before that instant. */
export function listTextsBefore(reader: Reader, instant: string): TextDigest[] {
	return reader.all<TextDigest>(
		`SELECT e.id, e.record_id AS recordId, r.title AS recordTitle, e.text_sha256 AS textSha256
		FROM editions AS e JOIN records AS r ON r.id = e.record_id
		WHERE e.is_draft = 0 AND r.deleted_clock IS NULL AND e.created_at < ? ORDER BY e.id`,
		instant,
	);
}

/** The texts of an edition's blocks behind one, in order. */
export function listBlockTexts(
	reader: Reader,
	editionId: EditionId,
	after: number,
	limit: number,
): { ordinal: number; text: string }[] {
	return reader.all(
		'SELECT ordinal, text FROM blocks WHERE edition_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ?',
		editionId,
		after,
		limit,
	);
}

export function insertEdition(writer: Writer, edition: Edition, clock: string): void {
	writer.run(
		`INSERT INTO editions (id, record_id, kind, original_sha256, maker, maker_version, parameters, language, created_at,
			clock, passage_count, word_count, text_sha256, is_draft, base_edition_id)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		edition.id,
		edition.recordId,
		edition.kind,
		edition.originalSha256,
		edition.maker,
		edition.makerVersion,
		JSON.stringify(edition.parameters),
		edition.language,
		edition.createdAt,
		clock,
		edition.passageCount,
		edition.wordCount,
		edition.textSha256,
		edition.isDraft ? 1 : 0,
		edition.baseEditionId,
	);
}

interface BlockRow {
	ordinal: number;
	kind: string;
	number: number | null;
	text: string;
	level: number | null;
	language: string | null;
	attributes: string | null;
}

/** The parts of a block that few blocks have, kept together as JSON. */
type RareAttributes = Pick<Block, 'marker' | 'cell' | 'marks' | 'wrapped' | 'page' | 'figure' | 'time'>;

const blockColumns = 'ordinal, kind, number, text, level, language, attributes';

export function listBlocks(reader: Reader, editionId: EditionId, from: number, to: number): StoredBlock[] {
	return reader
		.all<BlockRow>(
			`SELECT ${blockColumns} FROM blocks WHERE edition_id = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal`,
			editionId,
			from,
			to,
		)
		.map(toBlock);
}

/** Footnotes and endnotes that stand at or after a place. */
export function listNotes(reader: Reader, editionId: EditionId, from: number): StoredBlock[] {
	return reader
		.all<BlockRow>(
			`SELECT ${blockColumns} FROM blocks WHERE edition_id = ? AND ordinal >= ? AND kind = 'note' ORDER BY ordinal`,
			editionId,
			from,
		)
		.map(toBlock);
}

/** Those with raised signs, and footnotes and endnotes. */
export function listBlocksWithSigns(reader: Reader, editionId: EditionId): StoredBlock[] {
	return reader
		.all<BlockRow>(
			`SELECT ${blockColumns} FROM blocks
			WHERE edition_id = ? AND (kind = 'note' OR instr(attributes, '"superscript"') > 0) ORDER BY ordinal`,
			editionId,
		)
		.map(toBlock);
}

/** Those with these ordinals. */
export function listSomeBlocks(reader: Reader, editionId: EditionId, ordinals: readonly number[]): StoredBlock[] {
	return reader
		.all<BlockRow>(
			`SELECT ${blockColumns} FROM blocks
			WHERE edition_id = ? AND ordinal IN (SELECT value FROM json_each(?)) ORDER BY ordinal`,
			editionId,
			JSON.stringify(ordinals),
		)
		.map(toBlock);
}

/** What is known of each block without its words. */
export function findOutline(reader: Reader, editionId: EditionId): TextOutline {
	const rows = reader.all<{ kind: BlockKind; number: number | null; length: number; tableOf: number | null }>(
		`SELECT kind, number, length(text) AS length,
			CASE WHEN kind IN ('cell', 'figure') THEN json_extract(attributes, '$.cell.table') END AS tableOf
		FROM blocks WHERE edition_id = ? ORDER BY ordinal`,
		editionId,
	);
	return {
		kinds: rows.map(({ kind }) => kind),
		numbers: rows.map(({ number }) => number),
		lengths: rows.map(({ length }) => length),
		tables: rows.map(({ tableOf }) => tableOf),
	};
}

/** Passages that are one in both editions, by ordinal, in the order of the first. */
export function listCounterparts(reader: Reader, id: EditionId, otherId: EditionId): [number, number][] {
	return reader
		.all<{ one: number; other: number }>(
			`SELECT a.ordinal AS one, b.ordinal AS other FROM blocks a JOIN blocks b ON b.lineage_id = a.lineage_id
			WHERE a.edition_id = ? AND b.edition_id = ? AND a.text <> '' AND b.text <> '' ORDER BY a.ordinal`,
			id,
			otherId,
		)
		.map(({ one, other }) => [one, other]);
}

/** The lineage id of each block, by ordinal. */
export function listLineages(reader: Reader, editionId: EditionId): Map<number, string> {
	const rows = reader.all<{ ordinal: number; lineageId: string }>(
		'SELECT ordinal, lineage_id AS lineageId FROM blocks WHERE edition_id = ?',
		editionId,
	);
	return new Map(rows.map(({ ordinal, lineageId }) => [ordinal, lineageId]));
}

export function insertBlock(writer: Writer, editionId: EditionId, block: StoredBlock, lineageId: string): void {
	const { marker, cell, marks: some, wrapped, page, figure, time } = block;
	const marks = some?.length ? some : undefined;
	const attributes = JSON.stringify({ marker, cell, marks, wrapped, page, figure, time });
	writer.run(
		`INSERT INTO blocks (edition_id, ordinal, kind, number, text, level, language, attributes, lineage_id)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		editionId,
		block.ordinal,
		block.kind,
		block.number,
		block.text,
		block.level ?? null,
		block.language ?? null,
		attributes === '{}' ? null : attributes,
		lineageId,
	);
}

/** As the column `runs` has one. */
type RunNumbers = [
	ordinal: number,
	start: number,
	end: number,
	x: number,
	y: number,
	width: number,
	height: number,
	advance: number,
];

export function insertPageLayout(writer: Writer, editionId: EditionId, { page, runs }: PageLayout): void {
	const numbers = runs.map(({ ordinal, start, end, box: { x, y, width, height }, advance }) => {
		return [ordinal, start, end, x, y, width, height, advance] satisfies RunNumbers;
	});
	writer.run(
		'INSERT INTO page_layouts (edition_id, page, runs) VALUES (?, ?, ?)',
		editionId,
		page,
		JSON.stringify(numbers),
	);
}

export function findPageLayout(reader: Reader, editionId: EditionId, page: number): PageLayout | undefined {
	const row = reader.get<{ runs: string }>(
		'SELECT runs FROM page_layouts WHERE edition_id = ? AND page = ?',
		editionId,
		page,
	);
	return row && { page, runs: (JSON.parse(row.runs) as RunNumbers[]).map(toRun) };
}

export function listPageLayouts(reader: Reader, editionId: EditionId): PageLayout[] {
	return reader
		.all<{ page: number; runs: string }>(
			'SELECT page, runs FROM page_layouts WHERE edition_id = ? ORDER BY page',
			editionId,
		)
		.map(({ page, runs }) => ({ page, runs: (JSON.parse(runs) as RunNumbers[]).map(toRun) }));
}

function toRun([ordinal, start, end, x, y, width, height, advance]: RunNumbers): PlacedRun {
	return { ordinal, start, end, box: { x, y, width, height }, advance: advance as Advance };
}

function toEdition(row: EditionRow): Edition {
	return { ...row, parameters: JSON.parse(row.parameters) as Edition['parameters'], isDraft: row.isDraft === 1 };
}

function toBlock(row: BlockRow): StoredBlock {
	return {
		ordinal: row.ordinal,
		kind: row.kind as StoredBlock['kind'],
		number: row.number,
		text: row.text,
		...(row.level !== null && { level: row.level }),
		...(row.language !== null && { language: row.language }),
		...(row.attributes !== null && (JSON.parse(row.attributes) as RareAttributes)),
	};
}
