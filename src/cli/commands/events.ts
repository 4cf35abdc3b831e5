import { resolve } from 'node:path';
import { eventContext } from '#shared/chronology/event-context.ts';
import { type TableRow, tableRow } from '#shared/chronology/event-table.ts';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import { isEdtf } from '#shared/dates/edtf-order.ts';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { ChronologyFormat, LaneKind } from '#shared/domain/chronology.ts';
import type { ArchiveEvent, EventRelation } from '#shared/domain/event.ts';
import { type EventId, newId } from '#shared/domain/ids.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { fold } from '#shared/text/fold.ts';
import { findName } from '../name-choice.ts';
import type { Output } from '../output.ts';
import { findEvent, findRecord, shortIdLength } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';
import { withoutControls } from '../text-width.ts';

/** Prints events in the order of the chronology; with words, those whose title holds them. */
export async function listEvents(session: Session, asked: string, output: Output): Promise<number> {
	const wanted = fold(asked);
	const rows = (await allRows(session)).filter(({ title }) => fold(title).includes(wanted));
	for (const { placed } of rows) output.json({ ...placed.event, placing: placed.placing });
	if (rows.length === 0) output.line(message(asked === '' ? 'chronology.empty.title' : 'cli.events.none'));
	else for (const line of formatTable(columns(), rows.map(cells), output.width)) output.line(line);
	return 0;
}

export interface NewEventWords {
	title: string;
	date: string;
	words: string;
	kind: string;
	places: readonly string[];
	people: readonly string[];
	records: readonly string[];
	/** Events that it was before, after or during, and one of which it is another account. */
	order: { [R in EventRelation['relation']]?: string[] };
	sameAs?: string;
	description: string;
	source: string;
}

/** Adds an event. A date that is no EDTF is kept as it is written, and said not to have been read. */
export async function addEvent({ calls }: Session, made: NewEventWords, output: Output): Promise<number> {
	const names = await calls.names.list(undefined);
	const records = made.records.length > 0 ? await calls.records.list({}) : [];
	const events = await calls.events.list(undefined);
	const relations = (['before', 'after', 'during'] as const).flatMap((relation) =>
		(made.order[relation] ?? []).map((asked) => ({ relation, otherId: findEvent(events, asked).id, words: '' })),
	);
	const attestedBy = made.records.map((asked) => ({ kind: 'record' as const, id: findRecord(records, asked).id }));
	const event = await calls.events.add({
		id: newId<EventId>(),
		fields: {
			...{ title: made.title, kind: made.kind, edtf: made.date, dateWords: made.words, inferred: '', duration: '' },
			...{ description: made.description, source: made.source, relations },
			placeIds: made.places.map((asked) => findName(names, asked).id),
			participantIds: made.people.map((asked) => findName(names, asked).id),
		},
		attestedBy,
		sameAs: made.sameAs === undefined ? null : findEvent(events, made.sameAs).id,
	});
	output.json(event);
	output.line(message('cli.events.added', { id: shortId(event), title: withoutControls(event.title) }));
	if (event.edtf !== '' && !isEdtf(event.edtf)) output.note(message('chronology.unread', { date: event.edtf }));
	return 0;
}

export interface ExportOptions {
	format: ChronologyFormat;
	lanes?: LaneKind;
	out?: string;
}

/** Writes the chronology to a file, or to stdout; what it wrote is said on stderr. */
export async function exportChronology({ calls }: Session, options: ExportOptions, output: Output): Promise<number> {
	const { format, lanes, out } = options;
	const choice = lanes === undefined ? {} : { lanes };
	if (out === undefined) {
		const { text, ...summary } = await calls.events.exportText({ format, choice });
		output.json({ format, ...summary, text });
		// A terminal is not sent what a title could make it do.
		output.raw(output.isTerminal ? `${text.split(/\r?\n/).map(withoutControls).join('\n')}\n` : text);
		note(summary, output);
		return 0;
	}
	const summary = await calls.events.exportTo({ format, choice, path: resolve(out) });
	output.json({ file: out, format, ...summary });
	note(summary, output);
	return 0;
}

function note({ exported, withheld }: ExportSummary, output: Output): void {
	output.note(message('chronology.exported', { exported, withheld }));
}

async function allRows({ calls }: Session): Promise<TableRow[]> {
	const events = await calls.events.list(undefined);
	const known = {
		events,
		names: await calls.names.list(undefined),
		records: await calls.records.list({}),
		collections: await calls.collections.list(undefined),
		tags: await calls.tags.list(undefined),
	};
	const context = eventContext(known, activeLocale());
	return placeEvents(events).map((placed) => tableRow(placed, context));
}

function columns(): Column[] {
	return [
		{ title: message('cli.list.id') },
		{ title: message('chronology.column.when') },
		{ title: message('cli.list.kind') },
		{ title: message('chronology.column.title'), isElastic: true },
	];
}

function cells({ placed, when, kind, title }: TableRow): string[] {
	return [shortId(placed.event), when, kind, title];
}

function shortId({ id }: ArchiveEvent): string {
	return id.slice(-shortIdLength);
}
