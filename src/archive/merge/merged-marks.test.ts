import { expect, test } from 'vitest';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { addEditionTo, copyOf, mergeInto, newCopy } from '#archive/testing/merge-copies.ts';
import { fillCopy } from '#archive/testing/random-work.ts';
import type { AnnotationId, LinkId } from '#shared/domain/ids.ts';

test('what was marked in a copy on the edition before stands in the one that is shown here', async () => {
	const home = newCopy(1);
	fillCopy(home);
	const field = copyOf(home, 2);
	const [record] = home.services.records.list({});
	if (!record?.editionId) throw new Error('no text');
	const { id: recordId, editionId } = record;
	await addEditionTo(home, recordId, ['A preface', `${record.title} one two three`, `${record.title} four five six`]);
	const id = field.freshId<AnnotationId>();
	const range = { editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: record.title.length + 10 };
	const fields = { purpose: 'note' as const, body: 'From the field', tags: [], isResolved: false };
	field.services.annotations.add({ id, recordId, range, fields });
	const from = { kind: 'record' as const, id: recordId, range };
	field.services.links.add({ id: field.freshId<LinkId>(), type: 'supports', from, to: { kind: 'annotation', id } });

	const before = canonicalExport(home.database.reader);
	await mergeInto(home, field);
	await home.services.earlierEditions.whenDone();
	expect(home.services.annotations.get({ id })).toMatchObject({ placement: 'placed', place: { startOrdinal: 2 } });
	const [link] = home.services.links.list({ kind: 'annotation', id });
	expect(link?.places.from).toMatchObject({ placement: 'placed', range: { startOrdinal: 2 } });
	const merged = canonicalExport(home.database.reader);

	home.services.history.undo();
	await home.services.earlierEditions.whenDone();
	expect(canonicalExport(home.database.reader)).toBe(before);
	await mergeInto(home, field);
	await home.services.earlierEditions.whenDone();
	expect(canonicalExport(home.database.reader)).toBe(merged);

	// What a person said of it since is taken back before it.
	home.services.placements.place({
		id,
		range: { ...range, editionId: link?.places.from?.range?.editionId ?? editionId },
	});
	home.services.history.undo();
	home.services.history.undo();
	expect(canonicalExport(home.database.reader)).toBe(before);
	for (const copy of [home, field]) copy.close();
});

test('what an earlier session did not get to is looked for when the archive is open again', async () => {
	const copy = newCopy(1);
	fillCopy(copy);
	const [record] = copy.services.records.list({});
	if (!record?.editionId) throw new Error('no text');
	await addEditionTo(copy, record.id, ['A preface', `${record.title} one two three`]);
	const id = copy.freshId<AnnotationId>();
	const range = { editionId: record.editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 9 };
	const fields = { purpose: 'note' as const, body: '', tags: [], isResolved: false };
	copy.services.annotations.add({ id, recordId: record.id, range, fields });
	await copy.services.earlierEditions.close();
	expect(copy.services.annotations.get({ id }).placement).toBe('unplaced');
	const again = copyOf(copy, 2);
	again.services.earlierEditions.catchUp();
	await again.services.earlierEditions.whenDone();
	expect(again.services.annotations.get({ id })).toMatchObject({ placement: 'placed', place: { startOrdinal: 1 } });
	for (const each of [copy, again]) each.close();
});
