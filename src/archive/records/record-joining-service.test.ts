import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { type Copy, copyOf, mergeInto, newCopy } from '#archive/testing/merge-copies.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { type AnnotationId, type CollectionId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import { joinedInto, withoutJoined } from '#shared/domain/record.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const refusal = (code: string) => expect.objectContaining({ code });

/** Three scans of one letter, each a record, and a fourth thing that is none. */
async function setUp() {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const ids: RecordId[] = [];
	for (const name of ['scan 1.txt', 'scan 2.txt', 'scan 3.txt', 'other.txt']) {
		writeFileSync(join(root, name), `Alpha of ${name}.\n`);
		const [item] = await archives.add(archive, join(root, name));
		ids.push(item?.recordId as RecordId);
	}
	const [one, two, three, other] = ids as [RecordId, RecordId, RecordId, RecordId];
	const { services, database } = archive;
	const listed = () => withoutJoined(services.records.list({})).map(({ id }) => id);
	const fileNames = (id: RecordId) => services.records.get({ id }).files.map(({ fileName }) => fileName);
	return { ...services, services, database, one, two, three, other, listed, fileNames };
}

test('the record that stays has all files in order, the others all that was theirs, and undo takes it back', async () => {
	const archive = await setUp();
	const { records, annotations, collections, tags, custody, history, one, two, three, other, listed, fileNames } =
		archive;
	const letters = newId<CollectionId>();
	collections.add({ id: letters, name: 'Letters', parentId: null });
	collections.addRecords({ id: letters, recordIds: [one, two] });
	tags.setOnRecord({ recordId: one, tags: ['sample'] });
	const { editionId } = records.get({ id: one });
	const noteId = newId<AnnotationId>();
	const fields = { purpose: 'note' as const, body: 'Beta', tags: [], isResolved: false };
	annotations.add({ id: noteId, recordId: one, range: null, fields });
	const before = canonicalExport(archive.database.reader);

	const whole = records.get({ id: two });
	const joined = archive.recordJoining.join({ id: two, ids: [three, two, one] });
	expect(joined).toMatchObject({ title: whole.title, editionId: whole.editionId, holding: 'held', joined: null });
	expect(fileNames(two)).toEqual(['scan 3.txt', 'scan 2.txt', 'scan 1.txt']);
	expect(joined.collectionIds).toEqual([letters]);
	expect(tags.tagsOf('record', [two]).get(two)).toMatchObject([{ name: 'sample' }]);

	expect(new Set(listed())).toEqual(new Set([two, other]));
	expect(joinedInto(records.list({}), two).map(({ id }) => id)).toEqual([three, one]);
	expect(records.get({ id: one })).toMatchObject({
		editionId,
		parentId: two,
		annotationCount: 1,
		collectionIds: [letters],
	});
	expect(fileNames(one)).toEqual(['scan 1.txt']);
	expect(collections.list()).toMatchObject([{ name: 'Letters', recordCount: 1 }]);
	expect(tags.list()).toMatchObject([{ name: 'sample', recordCount: 1 }]);
	expect(records.counts()).toMatchObject({ recordCount: 2, annotationCount: 1, noTextCount: 0 });

	const digests = joined.files.map(({ sha256 }) => sha256);
	expect(custody.list({ subject: two, limit: 1 })).toMatchObject([
		{ kind: 'joined', detail: { parts: [three, one].join(', '), originals: digests.join(', ') } },
	]);
	expect(custody.check().firstBad).toBeNull();

	expect(history.undo()).toBe('recordsJoined');
	expect(canonicalExport(archive.database.reader)).toBe(before);
	expect(listed()).toHaveLength(4);
	expect(history.redo()).toBe('recordsJoined');
	expect(fileNames(two)).toHaveLength(3);
});

test('joining again puts the files in another order, and the same once more is no step', async () => {
	const { recordJoining, history, one, two, fileNames } = await setUp();
	recordJoining.join({ id: one, ids: [one, two] });
	recordJoining.join({ id: one, ids: [two, one] });
	expect(fileNames(one)).toEqual(['scan 2.txt', 'scan 1.txt']);
	recordJoining.join({ id: one, ids: [two, one] });
	history.undo();
	expect(fileNames(one)).toEqual(['scan 1.txt', 'scan 2.txt']);
});

test('what a person described holds the files of those that are joined into it, and is wanted no more', async () => {
	const { records, recordJoining, one, two } = await setUp();
	const described = newId<RecordId>();
	records.add({ id: described, fields: { title: 'Sample letter' } });
	expect(() => recordJoining.join({ id: one, ids: [one, described] })).toThrow(refusal('invalid-input'));
	expect(recordJoining.join({ id: described, ids: [one, two, described] })).toMatchObject({ holding: 'held' });
	expect(records.get({ id: described }).files).toHaveLength(2);
});

test('nothing is joined with itself, with what is in the bin or with what is not there', async () => {
	const { records, recordJoining, one, two } = await setUp();
	expect(() => recordJoining.join({ id: one, ids: [one] })).toThrow(refusal('invalid-input'));
	expect(() => recordJoining.join({ id: one, ids: [two, newId<RecordId>()] })).toThrow(refusal('invalid-input'));
	expect(() => recordJoining.join({ id: one, ids: [one, newId<RecordId>()] })).toThrow(refusal('not-found'));
	records.moveToBin({ ids: [two] });
	expect(() => recordJoining.join({ id: one, ids: [one, two] })).toThrow(refusal('not-found'));
});

test('what was joined goes to the bin and comes back with the whole, but for what a person had put there before', async () => {
	const { records, collections, recordJoining, one, two, three, other, listed } = await setUp();
	const letters = newId<CollectionId>();
	collections.add({ id: letters, name: 'Letters', parentId: null });
	collections.addRecords({ id: letters, recordIds: [one, two, three] });
	recordJoining.join({ id: one, ids: [one, two, three] });
	records.moveToBin({ ids: [three] });
	records.moveToBin({ ids: [one] });
	expect(listed()).toEqual([other]);
	records.restore({ ids: [one] });
	expect(new Set(listed())).toEqual(new Set([one, other]));
	expect(records.get({ id: three }).isInBin).toBe(true);
	collections.removeRecords({ id: letters, recordIds: [one] });
	expect(collections.list()).toMatchObject([{ recordCount: 0 }]);
});

test('the whole is as closed as any of its files, and withholds what any of them withholds', async () => {
	const { records, descriptions, recordJoining, one, two, three } = await setUp();
	const set = (id: RecordId, fields: Parameters<typeof records.update>[0]['fields']) =>
		records.update({ id, revision: records.get({ id }).revision, fields });
	set(two, { access: 'restricted', embargoUntil: '2040' });
	descriptions.update({ recordIds: [two], fields: { withheldNames: ['Gamma'] } });
	expect(recordJoining.join({ id: one, ids: [one, two] })).toMatchObject({
		access: 'restricted',
		embargoUntil: '2040',
	});
	expect(descriptions.get({ recordId: one }).withheldNames).toEqual(['Gamma']);
	set(three, { access: 'closed' });
	expect(recordJoining.join({ id: one, ids: [one, three] })).toMatchObject({ access: 'closed', embargoUntil: '' });
});

test('what was a part of something else stays one, and no record comes below itself', async () => {
	const { records, links, recordJoining, one, two, three, other } = await setUp();
	const below = (id: RecordId, parentId: RecordId | null) =>
		records.update({ id, revision: records.get({ id }).revision, fields: { parentId } });
	below(one, two);
	below(two, other);
	below(three, other);
	recordJoining.join({ id: one, ids: [one, two, three] });
	expect(records.get({ id: one }).parentId).toBe(other);
	expect([two, three].map((id) => records.get({ id }).parentId)).toEqual([one, one]);
	below(three, null);
	below(two, other);
	below(one, two);
	recordJoining.join({ id: three, ids: [three, one] });
	expect(records.get({ id: three }).parentId).toBeNull();
	expect(links.list({ kind: 'record', id: one })).toMatchObject([{ type: 'part-of', other: { id: two } }]);
});

/** Two copies of an archive in which three records hold a file each. */
function copies(): { first: Copy; second: Copy; ids: [RecordId, RecordId, RecordId] } {
	const base = newCopy(9);
	const ids = [1, 2, 3].map(() => base.freshId<RecordId>()) as [RecordId, RecordId, RecordId];
	for (const [at, id] of ids.entries()) {
		const sha256 = String(at).repeat(64) as Sha256;
		base.services.records.add({ id, fields: { title: `Sample ${at}` } });
		base.database.step('setup', (step) => {
			const bytes = Uint8Array.of(at);
			base.services.originals.addWithin(step.writer, { sha256, mediaType: 'image/png', sizeBytes: 1 }, bytes);
			base.services.records.addPartWithin(step, id, sha256, `scan ${at}.png`);
			base.services.records.setStateWithin(step, id, { holding: 'held', editionId: null });
		});
	}
	return { first: copyOf(base, 1), second: copyOf(base, 2, 30), ids };
}

test('two copies that each joined the same records, into different ones, show one after a merge, in any order', async () => {
	const { first, second, ids } = copies();
	const [one, two, three] = ids;
	first.services.recordJoining.join({ id: one, ids: [one, two, three] });
	second.services.recordJoining.join({ id: two, ids: [three, two, one] });
	const there = copyOf(second, 3);
	await mergeInto(there, first);
	await mergeInto(first, second);
	expect(canonicalExport(first.connection)).toBe(canonicalExport(there.connection));
	const listed = withoutJoined(first.services.records.list({}));
	expect(listed.map(({ id }) => id)).toEqual([one]);
	expect(first.services.records.get({ id: one }).files).toHaveLength(3);
	expect(first.services.records.counts().recordCount).toBe(1);
});

test('a note that another copy made on a scan meanwhile is on the part, which is kept', async () => {
	const { first, second, ids } = copies();
	const [one, two] = ids;
	first.services.recordJoining.join({ id: one, ids: [one, two] });
	const fields = { purpose: 'note' as const, body: 'Beta', tags: [], isResolved: false };
	second.services.annotations.add({ id: second.freshId<AnnotationId>(), recordId: two, range: null, fields });
	await mergeInto(first, second);
	const [part] = joinedInto(first.services.records.list({}), one);
	expect(part).toMatchObject({ id: two, annotationCount: 1 });
});
