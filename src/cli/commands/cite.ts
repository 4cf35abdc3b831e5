import { resolve } from 'node:path';
import { writeWholeFile } from '#archive/transfer/annotation-file.ts';
import { quotedText } from '#shared/cite/quoted-text.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { BibliographyFormat, CitationStyle, RecordChoice } from '#shared/domain/citation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { WrittenCardFormat } from '#shared/domain/quote-card.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

export interface CiteOptions {
	/** Without one, all records: for a file of references only. */
	record?: string;
	/** "3" or "3-5". */
	paragraph?: string;
	style: CitationStyle;
	format?: BibliographyFormat;
	/** Writes a quote card of the paragraph instead. */
	card?: WrittenCardFormat;
	out?: string;
}

/** Prints the reference to a record or to words of it, or writes records for programs that keep references. */
export async function citeRecords(session: Session, options: CiteOptions, output: Output): Promise<number> {
	const records = await session.calls.records.list({});
	const record = options.record === undefined ? undefined : findRecord(records, options.record);
	if (options.format !== undefined)
		return writeReferences(session, record, { ...options, format: options.format }, output);
	if (!record) throw new AppError('invalid-input', { reason: message('cli.cite.record-or-format') });
	const range = options.paragraph === undefined ? null : await rangeOf(session, record, options.paragraph);
	if (options.card !== undefined) return writeCard(session, record, range, { ...options, card: options.card }, output);
	const quotation = await session.calls.references.quotation({ recordId: record.id, range, style: options.style });
	output.json({ recordId: record.id, title: record.title, style: options.style, ...quotation });
	for (const line of quotedText(quotation).split('\n')) output.line(withoutControls(line));
	return 0;
}

async function writeCard(
	{ calls }: Session,
	record: RecordSummary,
	range: TextRange | null,
	{ card, style, out }: CiteOptions & { card: WrittenCardFormat },
	output: Output,
): Promise<number> {
	if (range === null) throw new AppError('invalid-input', { reason: message('cli.cite.card-needs-paragraph') });
	const text = (await calls.cards.make({ recordId: record.id, range, style }))[card];
	if (out === undefined) {
		output.json({ recordId: record.id, card: text });
		output.raw(output.isTerminal ? text.split('\n').map(withoutControls).join('\n') : text);
		return 0;
	}
	await writeWholeFile(resolve(out), text);
	output.json({ recordId: record.id, file: out });
	output.note(message('cli.cite.card-written', { file: out }));
	return 0;
}

async function writeReferences(
	{ calls }: Session,
	record: RecordSummary | undefined,
	{ format, out }: CiteOptions & { format: BibliographyFormat },
	output: Output,
): Promise<number> {
	const choice: RecordChoice = record ? { ids: [record.id] } : {};
	if (out !== undefined) {
		const summary = await calls.references.exportTo({ format, choice, path: resolve(out) });
		output.json({ file: out, format, ...summary });
		output.note(message('references.exported', { ...summary }));
		return 0;
	}
	const { text, ...summary } = await calls.references.exportText({ format, choice });
	output.json({ format, ...summary, text });
	// A terminal is not sent what a title could make it do.
	output.raw(output.isTerminal ? text.split('\n').map(withoutControls).join('\n') : text);
	output.note(message('references.exported', { ...summary }));
	return 0;
}

/** The passages that carry these ¶ numbers: all cells of a row, from the first number to the last. */
export async function rangeOf({ calls }: Session, record: RecordSummary, asked: string): Promise<TextRange> {
	const [, first, last = first] = /^¶?\s*(\d+)(?:\s*[-–]\s*(\d+))?$/.exec(asked.trim()) ?? [];
	const editionId = record.editionId;
	const blocks = editionId === null ? [] : await calls.editions.blocks({ id: editionId });
	const range = editionId === null ? null : rangeBetween(blocks, editionId, Number(first), Number(last));
	if (!range) throw new AppError('not-found', { what: message('cli.cite.paragraph', { title: record.title, asked }) });
	return range;
}

function rangeBetween(
	blocks: readonly StoredBlock[],
	editionId: EditionId,
	first: number,
	last: number,
): TextRange | null {
	const start = blocks.find(({ number }) => number === first);
	const end = blocks.findLast((block) => numberIn(blocks, block) === last);
	if (!start || !end || end.ordinal < start.ordinal) return null;
	return {
		editionId,
		...{ startOrdinal: start.ordinal, startOffset: 0, endOrdinal: end.ordinal, endOffset: end.text.length },
	};
}

/** A cell that is not counted belongs to its row's number. */
function numberIn(blocks: readonly StoredBlock[], { number, cell, ordinal }: StoredBlock): number | null {
	if (number !== null || !cell) return number;
	for (let at = ordinal - 1; at >= 0; at -= 1) {
		const before = blocks[at];
		if (before?.cell?.table !== cell.table || before.cell.row !== cell.row) return null;
		if (before.number !== null) return before.number;
	}
	return null;
}
