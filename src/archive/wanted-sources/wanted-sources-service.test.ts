import { expect, test } from 'vitest';
import { LinksService } from '#archive/links/links-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { LinkId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { WantedSourcesService } from './wanted-sources-service.ts';

function open() {
	const archive = openTestArchive();
	const { database, editions } = archive;
	const links = new LinksService(database, editions, new NamesService(database), () => 'en');
	const sources = new WantedSourcesService(database);
	const records = new RecordsService(database, editions);
	const held = archive.addRecord(1);
	const wanted = archive.addRecord(2, { title: 'Sample order', holding: 'described-only' });
	const other = archive.addRecord(3, { title: 'Another order', holding: 'described-only' });
	links.add({
		id: testId<LinkId>(20),
		type: 'cites',
		from: { kind: 'record', id: held },
		to: { kind: 'record', id: wanted },
	});
	const listed = () => sources.list().map(({ recordId, status, citedCount }) => [recordId, status, citedCount]);
	const write = (recordId: RecordId, fields: Parameters<typeof sources.update>[0]['fields']) => {
		const revision = sources.list().find((source) => source.recordId === recordId)?.revision ?? 0;
		sources.update({ recordId, revision, fields });
	};
	return { ...archive, links, sources, records, held, wanted, other, listed, write };
}

test('what is described only is wanted, the most cited first', () => {
	const { listed, wanted, other, links, database, addRecord } = open();
	const unread = addRecord(5, { title: 'Yet unread', holding: 'described-only' });
	const expected = { recordId: unread, passageDigest: '' as Sha256, type: 'cites' as const };
	database.step('setup', (step) => {
		// What the text of a described record will cite is known before it is held.
		links.insertExpected(
			step,
			[1, 2].map((paragraph) => ({ ...expected, paragraph, to: { kind: 'record', id: other } })),
		);
	});
	expect(listed()).toEqual([
		[other, 'wanted', 2],
		[wanted, 'wanted', 1],
		[unread, 'wanted', 0],
	]);
});

test('status, date and note are written, one step each, and undone', () => {
	const { sources, write, wanted, history } = open();
	write(wanted, { status: 'asked', askedOn: '2001-05' });
	write(wanted, { note: 'Sample note' });
	expect(sources.list()[0]).toMatchObject({ status: 'asked', askedOn: '2001-05', note: 'Sample note', revision: 2 });
	expect(() => sources.update({ recordId: wanted, revision: 1, fields: { note: '' } })).toThrow(/conflict/);
	expect(history.undo()).toBe('wantedSourceChanged');
	expect(sources.list()[0]).toMatchObject({ status: 'asked', note: '' });
	history.undo();
	expect(sources.list()[0]).toMatchObject({ status: 'wanted', askedOn: '', revision: 0 });
	write(wanted, { status: 'refused' });
	expect(sources.list()[0]).toMatchObject({ status: 'refused', askedOn: '' });
});

test('a source whose file arrives is obtained in the same step, and wanted as before when that is undone', () => {
	const { records, database, write, wanted, other, listed, history, sources } = open();
	write(wanted, { status: 'asked', askedOn: '2001', note: 'Sample note' });
	for (const id of [wanted, other])
		database.step('filesAdded', (step) => records.setStateWithin(step, id, { holding: 'held', editionId: null }));
	expect(listed()).toEqual([
		[wanted, 'obtained', 1],
		[other, 'obtained', 0],
	]);
	expect(sources.list()[0]).toMatchObject({ askedOn: '2001', note: 'Sample note' });
	history.undo();
	history.undo();
	expect(listed()).toEqual([
		[wanted, 'asked', 1],
		[other, 'wanted', 0],
	]);
	history.redo();
	expect(listed()[0]).toEqual([wanted, 'obtained', 1]);
});

test('what is in the bin neither is wanted nor cites; what is not open stays out of exports', () => {
	const { moveToBin, held, other, wanted, listed, addRecord, sources } = open();
	moveToBin(held);
	moveToBin(other);
	addRecord(4, { title: 'Closed order', holding: 'described-only', access: 'closed' });
	expect(listed().map(([id, , count]) => [id, count])).toEqual([
		[testId(4), 0],
		[wanted, 0],
	]);
	expect(sources.list().map(({ isWithheld }) => isWithheld)).toEqual([true, false]);
});
