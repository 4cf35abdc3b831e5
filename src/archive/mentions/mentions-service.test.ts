import { describe, expect, test } from 'vitest';
import { EventsService } from '#archive/events/events-service.ts';
import { LinksService } from '#archive/links/links-service.ts';
import { NameJoiningService } from '#archive/names/name-joining-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Verdict } from '#shared/domain/mention.ts';
import { MentionsService } from './mentions-service.ts';

const [one, two] = [testId<NameId>(1), testId<NameId>(2)];

function open() {
	const archive = openTestArchive();
	const { database, editions } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, editions, names, () => 'en');
	const joining = new NameJoiningService(database, names, links, new EventsService(database, links, names), () => 'en');
	const mentions = new MentionsService(database, editions, names, () => 'A. Reader');
	for (const [id, text] of [
		[one, 'Alpha'],
		[two, 'Beta'],
	] as const) {
		const form = { text, language: 'en', script: 'Latn', kind: 'main' as const, source: '' };
		names.add({ id, fields: { kind: 'person', description: '', source: '', forms: [form] } });
	}
	const recordId = archive.addRecord(10);
	const edition = archive.addEdition(recordId, ['Alpha came.', 'Alpha and Beta left.', 'Nobody.']);
	const place = (ordinal: number, words = 'Alpha') => ({ recordId, editionId: edition.id, ordinal, words });
	const judge = (nameId: NameId, ordinal: number, verdict: Verdict | null) =>
		mentions.judge({ nameId, places: [place(ordinal)], verdict });
	const said = (nameId: NameId) => mentions.list({ nameId }).map(({ ordinal, verdict }) => [ordinal, verdict]);
	return { ...archive, names, joining, mentions, recordId, edition, place, judge, said };
}

describe('what is said of a passage', () => {
	test('is kept with the words, for one name, and can be undone', () => {
		const { judge, said, mentions, history, edition } = open();
		judge(one, 0, 'confirmed');
		judge(one, 1, 'rejected');
		expect(said(one)).toEqual([
			[0, 'confirmed'],
			[1, 'rejected'],
		]);
		expect(said(two)).toEqual([]);
		expect(mentions.list({ nameId: one })[0]).toMatchObject({
			...{ words: 'Alpha', author: 'A. Reader', place: { editionId: edition.id, ordinal: 0, number: 1 } },
		});
		expect(history.undo()).toBe('mentionRejected');
		expect(said(one)).toEqual([[0, 'confirmed']]);
		history.redo();
		judge(one, 1, null);
		expect(said(one)).toEqual([[0, 'confirmed']]);
		expect(history.undo()).toBe('mentionUnjudged');
		expect(said(one)).toHaveLength(2);
	});

	test('is one row for one passage, whatever is said of it and how often', () => {
		const { judge, said, connection } = open();
		judge(one, 0, 'rejected');
		judge(one, 0, 'confirmed');
		judge(one, 0, 'confirmed');
		expect(said(one)).toEqual([[0, 'confirmed']]);
		expect(connection.all('SELECT id FROM mentions')).toHaveLength(1);
	});

	test('is kept with the first words of the passage, where none were taken for the name', () => {
		const { mentions, place } = open();
		mentions.judge({ nameId: one, places: [place(1, '')], verdict: 'rejected' });
		expect(mentions.list({ nameId: one })).toMatchObject([{ words: 'Alpha and Beta left.' }]);
	});

	test('needs a passage and a name', () => {
		const { mentions, place, judge } = open();
		expect(() => judge(testId<NameId>(9), 0, 'confirmed')).toThrow(/not-found/);
		expect(() => mentions.judge({ nameId: one, places: [place(7)], verdict: 'confirmed' })).toThrow(/not-found/);
	});

	test('goes along to a new edition with the passage, and stays where that has none', () => {
		const { judge, mentions, recordId, edition, database, editions } = open();
		judge(one, 0, 'confirmed');
		judge(one, 1, 'rejected');
		const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '2' };
		const blocks = ['New first.', 'Alpha came.'].map((text) => ({ kind: 'paragraph' as const, text }));
		const next = database.step('setup', (step) => {
			const succession = { from: edition.id, lineage: new Map([[1, 0]]) };
			const added = editions.addWithin(step, recordId, { ...made, parameters: {}, language: 'en', blocks }, succession);
			step.update('records', recordId, { edition_id: added.id });
			return added;
		});
		expect(mentions.list({ nameId: one }).map(({ place, verdict }) => [place, verdict])).toEqual([
			[{ editionId: next.id, ordinal: 1, number: 2 }, 'confirmed'],
			[null, 'rejected'],
		]);
	});

	test('is hidden with its record in the bin', () => {
		const { judge, said, moveToBin, recordId } = open();
		judge(one, 0, 'confirmed');
		moveToBin(recordId);
		expect(said(one)).toEqual([]);
	});
});

describe('names that are merged', () => {
	test('bring what was said of them: their own first, then what is confirmed; parted again by undo', () => {
		const { names, joining, judge, said, history } = open();
		judge(one, 0, 'confirmed');
		judge(two, 0, 'rejected');
		judge(two, 1, 'confirmed');
		judge(two, 2, 'rejected');
		const revision = (id: NameId) => ({ id, revision: names.get({ id }).revision });
		joining.merge({ names: [revision(one), revision(two)] });
		expect(said(one)).toEqual([
			[0, 'confirmed'],
			[1, 'confirmed'],
			[2, 'rejected'],
		]);
		judge(one, 2, null);
		expect(said(one).map(([ordinal]) => ordinal)).toEqual([0, 1]);
		history.undo();
		history.undo();
		expect(said(one)).toEqual([[0, 'confirmed']]);
		expect(said(two)).toHaveLength(3);
	});
});
