import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '#archive/archive.ts';
import type { RowOf, StampedTable } from '#archive/db/stamped-tables.ts';
import {
	type AnnotationId,
	type CollectionId,
	derivedId,
	type EditionId,
	type EventId,
	type LinkId,
	type NameId,
	newId,
	type RecordId,
	type Sha256,
} from '#shared/domain/ids.ts';
import type { ArchivesOnDisk } from './archive-on-disk.ts';

/** What stands in the archive, to ask for by name. */
export interface FilledArchive {
	letterId: RecordId;
	photographId: RecordId;
	describedId: RecordId;
	editionId: EditionId;
	claimId: AnnotationId;
}

const range = { startOrdinal: 1, startOffset: 4, endOrdinal: 1, endOffset: 9 };

/** Puts something into every table that says anything, in plainly artificial words. */
export async function fillEveryTable(
	archive: Archive,
	archives: ArchivesOnDisk,
	folder: string,
): Promise<FilledArchive> {
	mkdirSync(join(folder, 'in'), { recursive: true });
	writeFileSync(join(folder, 'in/letter.txt'), 'Sample heading\n\nThe first sample passage.\n\nThe second one.\n');
	writeFileSync(join(folder, 'in/photograph.bin'), Buffer.alloc(70_000, 3));
	await archives.add(archive, join(folder, 'in'));
	const { services } = archive;
	const [letter, photograph] = services.records.list({}).toSorted((a) => (a.editionId ? -1 : 1));
	const [file] = photograph ? services.records.filesOf(photograph.id) : [];
	if (!letter?.editionId || !photograph || !file) throw new Error('not added');
	const describedId = newId<RecordId>();
	services.records.add({ id: describedId, fields: { title: 'Described sample', parentId: letter.id } });
	services.records.update({
		id: photograph.id,
		revision: photograph.revision,
		fields: { description: 'A sample photograph', rights: 'None' },
	});
	const ids = { letterId: letter.id, photographId: photograph.id, describedId, editionId: letter.editionId };
	const claimId = annotate(archive, ids);
	describe(archive, ids);
	connect(archive, { ...ids, claimId });
	layOut(archive, { ...ids, claimId, pictureSha256: file.sha256 });
	noteWithdrawn(archive);
	return { ...ids, claimId };
}

/** As of a record that was withdrawn elsewhere. */
function noteWithdrawn({ database }: Archive): void {
	const recordId = newId<RecordId>();
	database.step(
		'purged',
		(step) =>
			step.insert('withdrawals', derivedId('withdrawal', recordId), {
				...{ record_id: recordId, originals: JSON.stringify(['0'.repeat(64)]), reason: 'A sample reason' },
				...{ author: 'Sample Author', withdrawn_at: step.at },
			}),
		{ kind: 'final' },
	);
}

type Held = Omit<FilledArchive, 'claimId'>;

function annotate({ services, database }: Archive, { letterId, editionId }: Held): AnnotationId {
	const claimId = newId<AnnotationId>();
	const fields = (body: string) => ({ purpose: 'claim' as const, body, tags: ['on note'], isResolved: false });
	services.annotations.add({
		id: claimId,
		recordId: letterId,
		range: { editionId, ...range },
		fields: fields('A sample claim'),
	});
	const replyId = newId<AnnotationId>();
	services.annotations.add({
		id: replyId,
		recordId: letterId,
		range: null,
		fields: fields('A sample reply'),
		replyToId: claimId,
	});
	const [claim] = services.annotations.list({ recordId: letterId }).filter(({ id }) => id === claimId);
	services.annotations.update({
		id: claimId,
		revision: claim?.revision ?? 0,
		fields: { body: 'A sample claim, reworded' },
	});
	const removedId = newId<AnnotationId>();
	services.annotations.add({ id: removedId, recordId: letterId, range: null, fields: fields('A removed sample note') });
	services.annotations.remove({ ids: [removedId] });
	insert(database, 'placements', derivedId('sample placement'), {
		...{ record_id: letterId, annotation_id: replyId, edition_id: editionId, state: 'placed', method: 'person' },
		...{ start_ordinal: 1, start_offset: 0, end_ordinal: 1, end_offset: 3, score: 1, margin: 0.5 },
	});
	insert(database, 'alignment_pairs', derivedId('sample pair'), {
		...{ first_edition_id: editionId, first_ordinal: 1, second_edition_id: editionId, second_ordinal: 2 },
		created_at: '2020-01-01T00:00:00.000Z',
	});
	return claimId;
}

function describe({ services, database }: Archive, { letterId, photographId, describedId, editionId }: Held): void {
	services.descriptions.update({
		recordIds: [letterId],
		fields: { referenceCode: 'S 1', custodialHistory: 'Kept in a sample drawer', withheldNames: ['Withheld Sample'] },
	});
	services.descriptions.setGiver({ recordId: letterId, name: 'Sealed Giver' });
	const collectionId = newId<CollectionId>();
	const innerId = newId<CollectionId>();
	services.collections.add({ id: collectionId, name: 'Sample collection', parentId: null });
	services.collections.add({ id: innerId, name: 'Inner sample', parentId: collectionId });
	services.collections.addRecords({ id: innerId, recordIds: [letterId, photographId] });
	services.tags.setOnRecord({ recordId: photographId, tags: ['sample tag'] });
	const folderId = newId();
	insert(database, 'quote_folders', folderId, { name: 'Sample folder', created_at: '2020-01-01T00:00:00.000Z' });
	insert(database, 'quotes', newId(), {
		...{ folder_id: folderId, position: 1.5, record_id: letterId, edition_id: editionId, exact: 'first', note: '' },
		...{ start_ordinal: 1, start_offset: 4, end_ordinal: 1, end_offset: 9, language: 'en', author: 'Sample Author' },
		created_at: '2020-01-01T00:00:00.000Z',
	});
	insert(database, 'saved_searches', newId(), {
		...{ name: 'Sample search', text: 'sample', filters: '{}', created_at: '2020-01-01T00:00:00.000Z' },
	});
	database.write((writer) => {
		writer.run('INSERT INTO described_texts VALUES (?, ?, ?)', describedId, '0'.repeat(64), '[]');
		writer.run(
			'INSERT INTO expected_links VALUES (?, ?, 1, ?, ?, ?, ?)',
			...[newId(), describedId, '0'.repeat(64), 'cites', 'record', letterId],
		);
	});
}

function connect({ services, database }: Archive, { letterId, describedId, editionId, claimId }: FilledArchive): void {
	const form = { text: 'Sample Name', script: 'Latn', language: 'en', kind: 'main', source: '' } as const;
	const nameId = newId<NameId>();
	const otherId = newId<NameId>();
	services.names.add({ id: nameId, fields: { kind: 'person', forms: [form], description: '', source: '' } });
	services.names.add({
		id: otherId,
		fields: { kind: 'person', forms: [{ ...form, text: 'Other Name' }], description: '', source: '' },
	});
	const [eventId, laterId] = [newId<EventId>(), newId<EventId>()];
	for (const [id, title] of [
		[eventId, 'Sample talks'],
		[laterId, 'Later sample talks'],
	] as const)
		insert(database, 'events', id, {
			...{ title, kind: 'talks', edtf: '2020-01', date_words: 'that winter', inferred: '', duration: '' },
			...{ description: '', source: '', created_at: '2020-01-01T00:00:00.000Z' },
		});
	insert(database, 'event_names', newId(), { event_id: eventId, name_id: nameId, role: 'participant' });
	insert(database, 'event_relations', newId(), {
		...{ event_id: laterId, relation: 'after', other_id: eventId, words: 'the day after' },
	});
	const linkId = newId<LinkId>();
	services.links.add({
		id: linkId,
		type: 'attests',
		from: { kind: 'record', id: letterId, range: { editionId, ...range } },
		to: { kind: 'event', id: eventId },
	});
	services.links.add({
		id: newId<LinkId>(),
		type: 'supports',
		from: { kind: 'record', id: describedId },
		to: { kind: 'annotation', id: claimId },
	});
	insert(database, 'link_placements', newId(), {
		...{ link_id: linkId, side: 'from', record_id: letterId, edition_id: editionId, state: 'left', method: 'person' },
		...{ start_ordinal: null, start_offset: null, end_ordinal: null, end_offset: null, score: 0, margin: 0 },
	});
	insert(database, 'name_identifiers', newId(), { name_id: nameId, scheme: 'other', value: 'sample 1' });
	insert(database, 'name_coordinates', newId(), {
		...{ name_id: nameId, latitude: 10.5, longitude: -20.25, uncertainty_m: 500, source: 'sample map' },
	});
	insert(database, 'mentions', derivedId('sample mention'), {
		...{ name_id: nameId, record_id: letterId, edition_id: editionId, ordinal: 1, verdict: 'confirmed' },
		...{ words: 'first', author: 'Sample Author', judged_at: '2020-01-01T00:00:00.000Z' },
	});
	insert(database, 'rejected_names', derivedId('sample words'), {
		...{ text: 'Sample Words', author: 'Sample Author', rejected_at: '2020-01-01T00:00:00.000Z' },
	});
	insert(database, 'rejected_dates', derivedId('sample date'), {
		...{ record_id: letterId, edition_id: editionId, ordinal: 1, words: 'May 5', occurrence: 0 },
		...{ author: 'Sample Author', rejected_at: '2020-01-01T00:00:00.000Z' },
	});
	insert(database, 'wanted_sources', derivedId('sample source'), {
		...{ record_id: describedId, status: 'asked', asked_on: '2020-01', note: 'A sample note' },
	});
	insert(database, 'translations', derivedId('sample translation'), {
		...{
			record_id: letterId,
			language: 'hy',
			status: 'asked',
			status_at: '2020-01-01T00:00:00.000Z',
			edition_id: null,
		},
	});
	services.nameJoining.merge({ names: services.names.list().map(({ id, revision }) => ({ id, revision })) });
	insert(database, 'kept_wordings', derivedId('sample wording'), {
		...{ owner_table: 'records', owner_id: letterId, column_name: 'title', wording: 'Another sample title' },
		...{ author: 'Field Author', written_at: '2020-01-01T00:00:00.000Z' },
	});
}

function layOut(
	{ database }: Archive,
	{ editionId, claimId, pictureSha256 }: FilledArchive & { pictureSha256: Sha256 },
): void {
	database.write((writer) => {
		writer.run('INSERT INTO picture_facts VALUES (?, 600, 800, 1)', pictureSha256);
		writer.run("INSERT INTO media_facts VALUES (?, 'WAVE', 'PCM', 1000, 8000, 1, NULL, NULL)", pictureSha256);
		writer.run('INSERT INTO edition_pages VALUES (?, 1, ?, 1, 600, 800)', editionId, pictureSha256);
		writer.run(`INSERT INTO block_layouts VALUES (?, 1, 1, '[[0,3,1,2,3,4,0.5]]')`, editionId);
		writer.run("INSERT INTO page_layouts VALUES (?, 1, '[[1,0,3,1,2,3,4,0]]')", editionId);
		writer.run('INSERT INTO annotation_regions VALUES (?, ?, 1, 100, 200, 300, 400)', claimId, pictureSha256);
		writer.run(
			'INSERT INTO annotation_origins VALUES (?, ?, ?, ?, ?, ?, ?)',
			...[claimId, 'urn:sample:1', 'urn:sample:2', 'first', '', '', ''],
		);
	});
}

function insert<T extends StampedTable>(database: Archive['database'], table: T, id: string, values: RowOf<T>): void {
	database.step('setup', (step) => step.insert(table, id, values));
}
