import { expect, test } from 'vitest';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { ReferencesService } from '#archive/references/references-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId, QuoteFolderId, QuoteId, RecordId } from '#shared/domain/ids.ts';
import { QuotesService } from './quotes-service.ts';

const ids = [51, 52, 53].map((number) => testId<QuoteId>(number));
const [one, two, three] = ids as [QuoteId, QuoteId, QuoteId];
const folder = testId<QuoteFolderId>(61);

function open() {
	const archive = openTestArchive();
	const records = new RecordsService(archive.database, archive.editions);
	const descriptions = new DescriptionsService(archive.database, records);
	const references = new ReferencesService(
		archive.database,
		{ records, editions: archive.editions, descriptions },
		() => 'en',
	);
	const quotes = new QuotesService(archive.database, records, references, () => 'A. Reader');
	const recordId = archive.addRecord(1);
	const edition = archive.addEdition(recordId, ['Alpha beta', 'Gamma delta', 'Epsilon zeta']);
	const add = (id: QuoteId, ordinal: number, folderId: QuoteFolderId | null = null) =>
		quotes.add({ id, folderId, recordId, range: rangeOf(edition.id, ordinal) });
	const seen = () => quotes.list({ style: 'short' });
	const order = () => seen().map(({ name, quotes }) => [name, ...quotes.map(({ exact }) => exact)]);
	return { ...archive, records, quotes, recordId, edition, add, seen, order };
}

function rangeOf(editionId: EditionId, ordinal: number): TextRange {
	return { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: 5 };
}

test('words are kept as they stand, in the order of their coming, once', () => {
	const { add, seen, history } = open();
	const { folderId } = add(one, 0);
	expect(add(two, 1)).toEqual({ folderId, name: 'Quotes' });
	const before = history.changeNumber();
	add(one, 0);
	expect(history.changeNumber()).toBe(before);
	const [{ quotes = [], ...first } = {}] = seen();
	expect(first).toMatchObject({ name: 'Quotes', revision: 1 });
	expect(quotes).toMatchObject([
		{
			...{ exact: 'Alpha', language: 'en', note: '', author: 'A. Reader', state: 'stands' },
			...{ title: 'Sample record 1', reference: '“Sample record 1”, ¶ 1.' },
		},
		{ exact: 'Gamma' },
	]);
});

test('every change is a step that can be undone and redone', () => {
	const { add, quotes, history, order, seen } = open();
	const reversible = (label: string, work: () => void) => {
		const before = seen();
		work();
		const after = seen();
		expect(after).not.toEqual(before);
		expect(history.undo()).toBe(label);
		expect(order()).toEqual(before.map(({ name, quotes: all }) => [name, ...all.map(({ exact }) => exact)]));
		expect(history.redo()).toBe(label);
		expect(order()).toEqual(after.map(({ name, quotes: all }) => [name, ...all.map(({ exact }) => exact)]));
	};
	reversible('quoteFolderAdded', () => quotes.addFolder({ id: folder, name: 'Part one' }));
	for (const [at, id] of ids.entries()) reversible('quoteAdded', () => add(id, at, folder));
	expect(order()).toEqual([['Part one', 'Alpha', 'Gamma', 'Epsil']]);
	reversible('quotesMoved', () => quotes.move({ id: three, folderId: folder, beforeId: one }));
	expect(order()).toEqual([['Part one', 'Epsil', 'Alpha', 'Gamma']]);
	reversible('quotesMoved', () => quotes.move({ id: three, folderId: folder, beforeId: null }));
	reversible('quoteChanged', () => quotes.update({ id: two, revision: 3, note: 'A sample note' }));
	reversible('quotesRemoved', () => quotes.remove({ ids: [one] }));
	reversible('quoteFolderRenamed', () => quotes.renameFolder({ id: folder, name: 'Part two', revision: 3 }));
	reversible('quoteFolderRemoved', () => quotes.removeFolder({ id: folder }));
	expect(order()).toEqual([]);
});

test('the order holds however often a quotation is put between the same two', () => {
	const { add, quotes, order } = open();
	const { folderId } = add(one, 0);
	add(two, 1);
	add(three, 2);
	for (let turn = 0; turn < 120; turn += 1) {
		const [moved, before] = turn % 2 === 0 ? [three, two] : [two, three];
		quotes.move({ id: moved, folderId, beforeId: before });
	}
	expect(order()).toEqual([['Quotes', 'Alpha', 'Gamma', 'Epsil']]);
});

test('each is compared with its edition, whatever became of that', () => {
	const { add, addEdition, connection, moveToBin, recordId, edition, seen } = open();
	add(one, 0);
	const state = () => seen()[0]?.quotes[0]?.state;
	expect(state()).toBe('stands');
	addEdition(recordId, ['Another text']);
	expect(state()).toBe('superseded');
	moveToBin(recordId);
	expect(state()).toBe('in-bin');
	// Another program may do what Lectern does not let itself do.
	connection.run('DROP TRIGGER blocks_unchanged');
	connection.run('UPDATE blocks SET text = ? WHERE edition_id = ? AND ordinal = 0', 'Alpho beta', edition.id);
	expect(state()).toBe('changed');
	connection.run('UPDATE blocks SET text = ? WHERE edition_id = ? AND ordinal = 0', '', edition.id);
	expect(state()).toBe('changed');
	connection.run('UPDATE quotes SET edition_id = ?', testId(99));
	expect(seen()[0]?.quotes[0]).toMatchObject({ state: 'gone', exact: 'Alpha', reference: '“Sample record 1”.' });
	connection.run('UPDATE quotes SET record_id = ?', testId(98));
	expect(seen()[0]?.quotes[0]).toMatchObject({ state: 'gone', exact: 'Alpha', title: '' });
});

test('refuses stale revisions, and what is not there', () => {
	const { add, quotes, recordId, edition } = open();
	const { folderId } = add(one, 0);
	expect(() => quotes.update({ id: one, revision: 7, note: 'x' })).toThrow(/conflict/);
	expect(() => quotes.move({ id: one, folderId, beforeId: two })).toThrow(/not-found/);
	expect(() => quotes.move({ id: two, folderId, beforeId: null })).toThrow(/not-found/);
	expect(() => add(two, 1, folder)).toThrow(/not-found/);
	expect(() => quotes.add({ id: two, folderId, recordId: testId<RecordId>(9), range: rangeOf(edition.id, 0) })).toThrow(
		/not-found/,
	);
	expect(() => quotes.add({ id: two, folderId, recordId, range: rangeOf(edition.id, 9) })).toThrow(/invalid-input/);
	quotes.remove({ ids: [one] });
	quotes.remove({ ids: [one] });
	expect(() => add(one, 0)).toThrow(/conflict/);
});
