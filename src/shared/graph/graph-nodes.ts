import { type Annotation, quoteOf } from '../domain/annotation.ts';
import { displayForm } from '../domain/displayed-form.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import { firstWords } from '../domain/first-words.ts';
import type { GraphNode, GraphPlace } from '../domain/graph.ts';
import type { EditionId } from '../domain/ids.ts';
import type { Name } from '../domain/name.ts';
import { mainDate, type RecordSummary } from '../domain/record.ts';

/** A passage where words of a link or a mention begin. */
export interface GraphPassage {
	editionId: EditionId;
	ordinal: number;
	lineageId: string;
	number: number | null;
	text: string;
}

/** Where a record stands, at words of it if they are known. */
export type RecordPlace = Extract<GraphPlace, { kind: 'record' }>;

const nowhere = { recordId: null, recordTitle: '', number: null, collectionIds: [] };

export function recordNode(record: RecordSummary): GraphNode {
	const { id, title, kind, dates, collectionIds } = record;
	return {
		...{ id, kind: 'record', title, type: kind, dateEdtf: mainDate(dates), recordId: id, recordTitle: '' },
		...{ number: null, collectionIds, place: { kind: 'record', id } },
	};
}

export function nameNode(name: Name, language: string): GraphNode {
	const { id, kind } = name;
	const shown = { title: displayForm(name, language), type: kind, dateEdtf: '' };
	return { ...nowhere, ...shown, id, kind: 'name', place: { kind: 'name', id } };
}

export function eventNode({ id, title, kind, edtf }: ArchiveEvent): GraphNode {
	return { ...nowhere, id, kind: 'event', title, type: kind, dateEdtf: edtf, place: { kind: 'event', id } };
}

export function passageNode({ editionId, ordinal, lineageId, number, text }: GraphPassage, record: RecordSummary) {
	const place: RecordPlace = { kind: 'record', id: record.id, editionId, ordinal };
	return {
		...withinRecord(record),
		id: lineageId,
		kind: 'passage' as const,
		type: '',
		title: firstWords(text),
		number,
		place,
	};
}

export function annotationNode(annotation: Annotation, record: RecordSummary): GraphNode {
	const { id, purpose, body, number } = annotation;
	return {
		...withinRecord(record),
		...{ id, kind: purpose === 'claim' ? 'claim' : 'note', type: purpose, number, place: annotationPlace(annotation) },
		title: firstWords(body || quoteOf(annotation)),
	};
}

/** At its words where they stand surely, else on the record as a whole. */
export function annotationPlace({ id, recordId, target, place, placement }: Annotation): RecordPlace {
	const isSure = placement === 'placed' || placement === 'moved';
	const range = isSure ? (place ?? target) : target;
	if (!range) return { kind: 'record', id: recordId };
	return { kind: 'record', id: recordId, editionId: range.editionId, ordinal: range.startOrdinal, annotationId: id };
}

function withinRecord({ id, title, dates, collectionIds }: RecordSummary) {
	return { recordId: id, recordTitle: title, dateEdtf: mainDate(dates), collectionIds };
}
