import { expect, test } from 'vitest';
import { CustodyService } from '#archive/custody/custody-service.ts';
import { giverCommitment } from '#archive/custody/described-changes.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { dublinCore } from '#shared/domain/description.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { DescriptionsService } from './descriptions-service.ts';

function open() {
	const archive = openTestArchive();
	const custody = new CustodyService(archive.database);
	const records = new RecordsService(archive.database, archive.editions);
	const tags = new TagsService(archive.database);
	const descriptions = new DescriptionsService(archive.database, records, tags);
	return { ...archive, custody, records, tags, descriptions };
}

test('several records are described in one step, which undo takes back and redo brings again', () => {
	const { descriptions, records, history, custody, addRecord } = open();
	const ids = [1, 2, 3].map((number) => addRecord(number));
	descriptions.update({ recordIds: [ids[0] as RecordId], fields: { extent: '3 leaves' } });
	descriptions.update({
		recordIds: ids,
		fields: { referenceCode: 'SAMPLE-1', level: 'file', withheldNames: ['A. Person', 'B. Person'] },
		recordFields: { rights: 'Sample rights' },
	});
	const seen = () => ids.map((id) => [descriptions.get({ recordId: id }), records.get({ id }).rights] as const);
	for (const [description, rights] of seen()) {
		expect(description).toMatchObject({ referenceCode: 'SAMPLE-1', withheldNames: ['A. Person', 'B. Person'] });
		expect(rights).toBe('Sample rights');
	}
	expect(seen()[0]?.[0].extent).toBe('3 leaves');
	history.undo();
	expect(seen().map(([description, rights]) => [description.level, description.extent, rights])).toEqual([
		['', '3 leaves', ''],
		['', '', ''],
		['', '', ''],
	]);
	history.redo();
	expect(seen().map(([{ level }]) => level)).toEqual(['file', 'file', 'file']);
	// Twice for each of three records, three times over, and once before: descriptions and records apart.
	expect(custody.list({ limit: 100 }).filter(({ kind }) => kind === 'edited')).toHaveLength(19);
});

test('what several records say alike is told field by field, and what differs is told as such', () => {
	const { descriptions, records, addRecord } = open();
	const ids = [1, 2].map((number) => addRecord(number));
	descriptions.update({ recordIds: ids, fields: { extent: '2 leaves' }, recordFields: { languages: ['hy', 'ru'] } });
	descriptions.update({ recordIds: ids.slice(0, 1), fields: { level: 'file' }, recordFields: { rights: 'Sample' } });
	expect(descriptions.common({ recordIds: ids })).toMatchObject({
		...{ extent: '2 leaves', level: null, custodialHistory: '', withheldNames: [] },
		...{ languages: ['hy', 'ru'], rights: null, access: records.get({ id: ids[0] as RecordId }).access },
	});
	expect(() => descriptions.common({ recordIds: [...ids, testId<RecordId>(9)] })).toThrow('not-found');
});

test('of a thousand records each keeps its own names to be withheld and tags; one undo takes back what was added', () => {
	const { descriptions, tags, history, addRecord } = open();
	const ids = Array.from({ length: 1000 }, (_, number) => addRecord(number + 1));
	const [first, second] = ids as [RecordId, RecordId];
	descriptions.update({ recordIds: [first], fields: { withheldNames: ['A. Person'] } });
	tags.setOnRecord({ recordId: first, tags: ['Old', 'Kept'] });
	const lists = { addWithheldNames: ['B. Person', 'A. Person'], addTags: ['new', 'KEPT'], removeTags: ['old'] };
	descriptions.update({ recordIds: ids, fields: {}, recordFields: { kind: 'letter' }, lists });
	const seen = (id: RecordId) => ({
		withheld: descriptions.get({ recordId: id }).withheldNames,
		tags: (tags.tagsOf('record', [id]).get(id) ?? []).map(({ name }) => name),
	});
	expect(seen(first)).toEqual({ withheld: ['A. Person', 'B. Person'], tags: ['Kept', 'new'] });
	expect(seen(second)).toEqual({ withheld: ['B. Person', 'A. Person'], tags: ['Kept', 'new'] });
	expect(ids.every((id) => seen(id).tags.length === 2)).toBe(true);
	history.undo();
	expect(seen(first)).toEqual({ withheld: ['A. Person'], tags: ['Kept', 'Old'] });
	expect(seen(second)).toEqual({ withheld: [], tags: [] });
});

test('a record that is not there, or a description that was changed meanwhile, leaves everything as it was', () => {
	const { descriptions, addRecord } = open();
	const id = addRecord(1);
	const update = (revision: number, extent: string) =>
		descriptions.update({ recordIds: [id], fields: { extent }, revision });
	update(0, '1 leaf');
	expect(() => update(0, '2 leaves')).toThrow('conflict');
	expect(() => descriptions.update({ recordIds: [id, testId<RecordId>(9)], fields: { extent: '4 leaves' } })).toThrow(
		'not-found',
	);
	expect(descriptions.get({ recordId: id })).toMatchObject({ extent: '1 leaf', revision: 1 });
});

test('who gave it is kept apart, and the log holds a commitment that the name and its salt answer', () => {
	const { descriptions, custody, connection, history, addRecord } = open();
	const id = addRecord(1);
	descriptions.setGiver({ recordId: id, name: ' A. Giver ' });
	expect(descriptions.giver({ recordId: id })).toBe('A. Giver');
	expect(descriptions.get({ recordId: id }).hasGiver).toBe(true);
	const [entry] = custody.list({ subject: id, limit: 1 });
	const salt = connection.get<{ salt: string }>('SELECT salt FROM givers')?.salt ?? '';
	expect(entry?.detail).toMatchObject({ fields: 'giver', commitment: giverCommitment('A. Giver', salt) });
	expect(JSON.stringify(custody.list({ limit: 100 }))).not.toContain('A. Giver');
	expect(entry?.detail.commitment).not.toBe(giverCommitment('B. Giver', salt));
	history.undo();
	expect(descriptions.giver({ recordId: id })).toBe('');
});

test('Dublin Core names what is there, and nothing that is not', () => {
	const { descriptions, records, addRecord } = open();
	const id = addRecord(1, { source: 'Sample source' });
	descriptions.update({ recordIds: [id], fields: { referenceCode: 'S 1', custodialHistory: 'Kept by a sample' } });
	expect(dublinCore(records.get({ id }), descriptions.get({ recordId: id }))).toEqual({
		'dc:title': 'Sample record 1',
		'dc:identifier': 'S 1',
		'dc:type': 'letter',
		'dc:source': 'Sample source',
		'dcterms:provenance': 'Kept by a sample',
	});
});
