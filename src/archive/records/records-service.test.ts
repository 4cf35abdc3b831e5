import { expect, test } from 'vitest';
import { CollectionsService } from '#archive/collections/collections-service.ts';
import { OriginalsService } from '#archive/originals/originals-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { CollectionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { RecordsService } from './records-service.ts';

function open() {
	const archive = openTestArchive();
	return { ...archive, records: new RecordsService(archive.database, archive.editions) };
}
const refusal = (code: string) => expect.objectContaining({ code });
const [one, two, three] = [testId<RecordId>(1), testId<RecordId>(2), testId<RecordId>(3)];

test('a repeated call makes one record and one step, and leaves alone what is there', () => {
	const { records, history, addRecord, addEdition } = open();
	records.add({ id: one, fields: { title: 'Sample letter' } });
	records.add({ id: one, fields: { title: 'Sample letter' } });
	expect(records.get({ id: one })).toMatchObject({ title: 'Sample letter', revision: 1 });
	history.undo();
	expect(history.state().undo).toBeNull();

	const held = addRecord(2);
	addEdition(held, ['Alpha.']);
	expect(records.add({ id: held, fields: { title: 'other' } })).toMatchObject({ holding: 'held', passageCount: 1 });
	records.moveToBin({ ids: [held] });
	expect(() => records.add({ id: held, fields: { title: 'other' } })).toThrow(refusal('conflict'));
});

test('some records are told as the list tells them, those in the bin too, and what is not there is left out', () => {
	const { records, database, addRecord, addEdition, moveToBin } = open();
	const collections = new CollectionsService(database);
	const originals = new OriginalsService(database);
	const sha256 = '0'.repeat(64) as Sha256;
	database.write((writer) =>
		originals.addWithin(writer, { sha256, mediaType: 'text/plain', sizeBytes: 1 }, Buffer.from('a')),
	);
	const [held, other, binned] = [addRecord(1), addRecord(2), addRecord(3)];
	addEdition(held, ['Alpha.', 'Beta.']);
	const collectionId = testId<CollectionId>(7);
	collections.add({ id: collectionId, name: 'Sample', parentId: null });
	collections.addRecords({ id: collectionId, recordIds: [held, other] });
	records.update({ id: other, revision: 1, fields: { parentId: held } });
	for (const id of [held, other]) database.step('setup', (step) => records.addPartWithin(step, id, sha256, 'a.txt'));
	moveToBin(binned);
	const listed = [...records.list({}), ...records.list({ inBin: true })];
	expect(listed.map(({ joined }) => joined?.into)).toContain(held);
	expect(records.some({ ids: [held, other, binned, testId(9)] })).toEqual(listed);
	expect(records.some({ ids: [other] })).toEqual(listed.filter(({ id }) => id === other));
});

test('a record is never below itself, and a ring that is there already is not walked for ever', () => {
	const { records, database, addRecord } = open();
	for (const number of [1, 2, 3]) addRecord(number);
	const revision = 1;
	const four = testId<RecordId>(4);
	expect(() => records.add({ id: four, fields: { title: 'x', parentId: four } })).toThrow(refusal('invalid-input'));
	expect(() => records.add({ id: four, fields: { title: 'x', parentId: testId(9) } })).toThrow(refusal('not-found'));
	records.update({ id: one, revision, fields: { parentId: two } });
	expect(() => records.update({ id: two, revision, fields: { parentId: one } })).toThrow(refusal('invalid-input'));
	database.step('setup', (step) => step.update('records', two, { parent_id: one }));
	expect(() => records.update({ id: three, revision, fields: { parentId: one } })).toThrow(refusal('invalid-input'));
});
