import { expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { RecordId } from '#shared/domain/ids.ts';
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
