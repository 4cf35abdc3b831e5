import { type Annotation, quoteOf } from '#shared/domain/annotation.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { csvRow } from './csv.ts';
import type { EditionTexts } from './edition-texts.ts';
import { citedNumbers, type ExportedRecord, placeWords } from './exported-annotations.ts';

const columns: readonly MessageKey[] = [
	'transfer.column.record',
	'transfer.column.paragraph',
	'transfer.column.quotation',
	'transfer.column.purpose',
	'transfer.column.note',
	'transfer.column.tags',
	'transfer.column.author',
	'transfer.column.created',
	'transfer.column.changed',
	'transfer.column.state',
	'transfer.column.placement',
	'transfer.column.id',
	'transfer.column.reply-to',
	'transfer.column.source',
];

/** Spreadsheets take UTF-8 for what it is only when the file begins with this. */
const byteOrderMark = '\ufeff';

/** CSV (RFC 4180), one annotation a row. */
export function writeTable(records: readonly ExportedRecord[], texts: EditionTexts): string {
	const rows = records.flatMap(({ record, annotations }) =>
		annotations.map((annotation) => [record.title, ...cellsOf(annotation, texts)]),
	);
	const all = [columns.map((key) => message(key)), ...rows];
	return byteOrderMark + all.map(csvRow).join('');
}

function cellsOf(annotation: Annotation, texts: EditionTexts): string[] {
	const { purpose, body, tags, author, createdAt, changedAt, isResolved, placement, id, replyToId, origin } =
		annotation;
	return [
		annotation.region ? placeWords(annotation, texts) : citedNumbers(annotation, texts),
		quoteOf(annotation),
		message(`purpose.${purpose}`),
		body,
		tags.join('; '),
		author,
		createdAt,
		changedAt,
		purpose === 'question' ? message(isResolved ? 'annotations.resolved' : 'annotations.unresolved') : '',
		placement === 'placed' ? '' : message(`annotations.placement.${placement}`),
		id,
		replyToId ?? '',
		origin?.source ?? '',
	];
}
