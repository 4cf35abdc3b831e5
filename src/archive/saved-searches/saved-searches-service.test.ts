import { expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { SavedSearchId } from '#shared/domain/ids.ts';
import { SavedSearchesService } from './saved-searches-service.ts';

const [one, other] = [testId<SavedSearchId>(41), testId<SavedSearchId>(42)];
const filters = { tags: ['sample tag'], dates: { from: 1990, to: 1999 }, close: true };

function open() {
	const archive = openTestArchive();
	const searches = new SavedSearchesService(archive.database);
	searches.add({ id: one, name: 'Sample search', text: '"alpha beta" -gamma', filters });
	const seen = () => searches.list().map(({ id, name }) => [id, name]);
	return { ...archive, searches, seen };
}

test('a search is kept with its words and filters, once', () => {
	const { searches, history } = open();
	const before = history.changeNumber();
	searches.add({ id: one, name: 'Again', text: '', filters: {} });
	expect(history.changeNumber()).toBe(before);
	expect(searches.list()).toEqual([
		{
			...{ id: one, name: 'Sample search', text: '"alpha beta" -gamma', filters, revision: 1 },
			createdAt: expect.stringMatching(/^2020-01-01T/),
		},
	]);
});

test('keeping, renaming and removing are steps that can be undone and redone', () => {
	const { searches, history, seen } = open();
	const reversible = (label: string, work: () => void) => {
		const before = seen();
		work();
		const after = seen();
		expect(after).not.toEqual(before);
		expect(history.undo()).toBe(label);
		expect(seen()).toEqual(before);
		expect(history.redo()).toBe(label);
		expect(seen()).toEqual(after);
	};
	reversible('searchSaved', () => searches.add({ id: other, name: 'Another', text: 'beta', filters: {} }));
	reversible('savedSearchRenamed', () => searches.rename({ id: one, name: 'Zeta', revision: 1 }));
	expect(seen()).toEqual([
		[other, 'Another'],
		[one, 'Zeta'],
	]);
	reversible('savedSearchRemoved', () => searches.remove({ id: other }));
});

test('refuses a stale revision, and what is not there', () => {
	const { searches } = open();
	expect(() => searches.rename({ id: one, name: 'x', revision: 7 })).toThrow(/conflict/);
	expect(() => searches.rename({ id: other, name: 'x', revision: 1 })).toThrow(/not-found/);
	expect(() => searches.remove({ id: other })).toThrow(/not-found/);
	searches.remove({ id: one });
	searches.remove({ id: one });
	expect(() => searches.add({ id: one, name: 'x', text: '', filters: {} })).toThrow(/conflict/);
});
