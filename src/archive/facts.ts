import type { ArchiveFacts, FactName } from '#shared/api/contract.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import type { StampedTable } from './db/stamped-tables.ts';
import type { ChangedRow } from './db/step.ts';

/** Facts that name ids are gathered as sets; the others are said once a commit. */
class Telling {
	readonly recordIds = new Set<string>();
	readonly annotationIds = new Set<string>();
	readonly annotatedIds = new Set<string>();
	readonly nameIds = new Set<string>();
	readonly plain = new Set<FactName>();
}

type Teller = (telling: Telling, row: ChangedRow) => void;
const column = ({ row }: ChangedRow, name: string) => String(row[name]);
const say =
	(fact: FactName): Teller =>
	(telling) =>
		telling.plain.add(fact);

/** A record is found by the names that it is joined to, itself or through an event. */
function recordsJoinedBy(row: ChangedRow): string[] {
	const [from, to] = [column(row, 'from_kind'), column(row, 'to_kind')];
	const isJoining = (kind: string) => kind === 'name' || kind === 'event';
	return [
		...(from === 'record' && isJoining(to) ? [column(row, 'from_id')] : []),
		...(to === 'record' && isJoining(from) ? [column(row, 'to_id')] : []),
	];
}

/** Into the bin, out of it, or erased, where no columns are left to name: it attests no event any more, or does again. */
function tellIfItCameOrWent(telling: Telling, { isNew, columns }: ChangedRow): void {
	if (isNew) return;
	if (columns.length === 0 || columns.includes('deleted_clock')) telling.plain.add('events.changed');
}

/** What a changed row of each table means to those who look. */
const tellers: Record<StampedTable, Teller> = {
	archive: say('archive.changed'),
	records: (telling, row) => {
		telling.recordIds.add(row.id);
		tellIfItCameOrWent(telling, row);
	},
	record_parts: (telling, row) => telling.recordIds.add(column(row, 'record_id')),
	annotations: (telling, row) => {
		telling.annotationIds.add(row.id);
		telling.annotatedIds.add(column(row, 'record_id'));
		tellIfItCameOrWent(telling, row);
	},
	placements: (telling, row) => {
		telling.annotationIds.add(column(row, 'annotation_id'));
		telling.annotatedIds.add(column(row, 'record_id'));
	},
	links: (telling, row) => {
		telling.plain.add('links.changed');
		// Which records attest an event, and which accounts are of the same, is told by links.
		if (column(row, 'from_kind') === 'event' || column(row, 'to_kind') === 'event') telling.plain.add('events.changed');
		for (const id of recordsJoinedBy(row)) telling.recordIds.add(id);
	},
	link_placements: say('links.changed'),
	names: (telling, row) => telling.nameIds.add(row.id),
	name_forms: (telling, row) => telling.nameIds.add(column(row, 'name_id')),
	name_identifiers: (telling, row) => telling.nameIds.add(column(row, 'name_id')),
	name_coordinates: (telling, row) => telling.nameIds.add(column(row, 'name_id')),
	mentions: say('mentions.changed'),
	rejected_names: say('nameSuggestions.changed'),
	rejected_dates: say('foundDates.changed'),
	wanted_sources: say('wantedSources.changed'),
	translations: (telling, row) => {
		telling.recordIds.add(column(row, 'record_id'));
		telling.plain.add('translations.changed');
	},
	events: say('events.changed'),
	event_names: say('events.changed'),
	event_relations: say('events.changed'),
	collections: say('collections.changed'),
	collection_members: (telling, row) => {
		telling.recordIds.add(column(row, 'record_id'));
		telling.plain.add('collections.changed');
	},
	tags: say('tags.changed'),
	taggings: (telling, row) => {
		if (row.row.owner_kind === 'record') telling.recordIds.add(column(row, 'owner_id'));
		telling.plain.add('tags.changed');
	},
	descriptions: (telling, row) => telling.recordIds.add(column(row, 'record_id')),
	givers: (telling, row) => telling.recordIds.add(column(row, 'record_id')),
	quote_folders: say('quotes.changed'),
	quotes: say('quotes.changed'),
	saved_searches: say('savedSearches.changed'),
	alignment_pairs: say('alignments.changed'),
	kept_wordings: say('conflicts.changed'),
	withdrawals: say('withdrawals.changed'),
};

/**
 * What a commit means to everyone who looks: told from the rows it changed, so that no service can forget to say it,
 * and undo, redo and merge tell the same as the change itself.
 */
export function factsOf(rows: readonly ChangedRow[]): FactMessage[] {
	const telling = new Telling();
	for (const row of rows) tellers[row.table](telling, row);
	for (const id of telling.annotatedIds) telling.recordIds.add(id);
	if (telling.recordIds.size > 0) telling.plain.add('archive.changed');
	telling.plain.add('history.changed');
	const facts: FactMessage[] = [];
	if (telling.recordIds.size > 0) facts.push(fact('records.changed', { ids: [...telling.recordIds] }));
	if (telling.annotatedIds.size > 0)
		facts.push(
			fact('annotations.changed', {
				ids: [...telling.annotationIds] as AnnotationId[],
				recordIds: [...telling.annotatedIds],
			}),
		);
	if (telling.nameIds.size > 0) facts.push(fact('names.changed', { ids: [...telling.nameIds] }));
	for (const name of telling.plain) facts.push(fact(name, {} as never));
	return facts;
}

function fact<F extends FactName>(name: F, data: ArchiveFacts[F]): FactMessage {
	return { fact: name, data } as FactMessage;
}
