import { expect, test } from 'vitest';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { addEditionTo, type Copy, copyOf, mergeInto, mergeOrders, newCopy } from '#archive/testing/merge-copies.ts';
import { fillCopy } from '#archive/testing/random-work.ts';
import type { AnnotationId, EditionId, LinkId, RecordId } from '#shared/domain/ids.ts';

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

/** A copy with a record of one text, and that record. */
function withText(number: number): { copy: Copy; recordId: RecordId; editionId: EditionId; texts: string[] } {
	const copy = newCopy(number);
	fillCopy(copy);
	const [record] = copy.services.records.list({});
	if (!record?.editionId) throw new Error('no text');
	const texts = [`${record.title} one two three`, `${record.title} four five six`];
	return { copy, recordId: record.id, editionId: record.editionId, texts };
}

function mark({ services, freshId }: Copy, recordId: RecordId, editionId: EditionId): AnnotationId {
	const id = freshId<AnnotationId>();
	const range = { editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 9 };
	const fields = { purpose: 'note' as const, body: '', tags: [], isResolved: false };
	services.annotations.add({ id, recordId, range, fields });
	return id;
}

test('three copies say the same in every order where each shows another edition, and one was marked', async () => {
	const { copy: base, recordId, editionId, texts } = withText(1);
	const copies = [2, 3, 4].map((number) => copyOf(base, number)) as [Copy, Copy, Copy];
	const [marked, ...revised] = copies;
	const id = mark(marked, recordId, editionId);
	for (const [at, copy] of revised.entries()) await addEditionTo(copy, recordId, [`Preface ${at}`, ...texts]);
	const said = new Set<string>();
	for (const order of mergeOrders) {
		const [first, ...others] = order.map((at) => copies[at] as Copy);
		const result = copyOf(first as Copy, 10);
		for (const other of others) {
			await mergeInto(result, other);
			await result.services.earlierEditions.whenDone();
		}
		expect(result.services.annotations.get({ id }).placement).toBe('placed');
		expect(result.services.placements.ofAnnotations([id])).toHaveLength(2);
		said.add(canonicalExport(result.database.reader));
		result.close();
	}
	expect(said.size).toBe(1);
	for (const copy of [base, ...copies]) copy.close();
});

test('a mark that was here is found at once in an edition that a merge brings', async () => {
	const { copy: home, recordId, editionId, texts } = withText(1);
	const field = copyOf(home, 2);
	await addEditionTo(field, recordId, ['A preface', ...texts]);
	const id = mark(home, recordId, editionId);
	await mergeInto(home, field);
	await home.services.earlierEditions.whenDone();
	expect(home.services.annotations.get({ id })).toMatchObject({ placement: 'placed', place: { startOrdinal: 2 } });
	for (const copy of [home, field]) copy.close();
});

test('where a person said that a mark stands outlasts what any copy finds later by itself', async () => {
	const { copy: home, recordId, editionId, texts } = withText(1);
	const id = mark(home, recordId, editionId);
	const [other, third] = [copyOf(home, 2, -5000), copyOf(home, 3, 5000)];
	const edition = await addEditionTo(other, recordId, ['A preface', ...texts]);
	const range = { editionId: edition.id, startOrdinal: 1, startOffset: 2, endOrdinal: 1, endOffset: 5 };
	other.services.placements.place({ id, range });
	// The same edition, much later by that machine's clock, in which the mark is found anew.
	expect((await addEditionTo(third, recordId, ['A preface', ...texts])).id).toBe(edition.id);
	const said = [];
	for (const order of [
		[other, third],
		[third, other],
	]) {
		const result = copyOf(home, 10);
		for (const each of order) {
			await mergeInto(result, each);
			await result.services.earlierEditions.whenDone();
		}
		expect(result.services.annotations.get({ id })).toMatchObject({ placement: 'placed', place: range });
		said.push(canonicalExport(result.database.reader));
		result.close();
	}
	expect(said[0]).toBe(said[1]);
	for (const copy of [home, other, third]) copy.close();
});

test('neither a merge nor what is found by itself sets the clock back', async () => {
	const { copy: home, recordId, editionId, texts } = withText(1);
	const field = copyOf(home, 2);
	await addEditionTo(field, recordId, ['A preface', ...texts]);
	mark(home, recordId, editionId);
	await mergeInto(home, field);
	await home.services.earlierEditions.whenDone();
	// On a machine on which it is earlier, all the same whatever comes next comes after it.
	const again = copyOf(home, 1, -1_000_000);
	const id = mark(again, recordId, editionId);
	const clockOf = (where: string, ...values: string[]) =>
		again.connection.get<{ clock: string }>(`SELECT max(clock) AS clock FROM changes WHERE ${where}`, ...values)?.clock;
	const own = clockOf("row_id = ? AND table_name = 'annotations'", id);
	expect(own).toBe(clockOf('TRUE'));
	for (const copy of [home, field, again]) copy.close();
});
