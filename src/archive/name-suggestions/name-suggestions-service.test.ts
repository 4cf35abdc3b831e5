import { expect, test } from 'vitest';
import { openTestArchive } from '#archive/testing/test-archive.ts';
import type { FoundCandidate } from '#shared/domain/name-suggestion.ts';
import { joined, mainSpelling } from '#shared/name-suggestions/candidate-tally.ts';
import { NameSuggestionsService } from './name-suggestions-service.ts';

function open() {
	const archive = openTestArchive();
	const suggestions = new NameSuggestionsService(archive.database, () => 'A. Reader');
	const scanAll = async (limit: number) => {
		const found = new Map<string, FoundCandidate>();
		const pages: number[] = [];
		let after: string | null = null;
		do {
			const page: Awaited<ReturnType<typeof suggestions.scan>> = await suggestions.scan({ after, limit });
			pages.push(page.passageCount);
			for (const candidate of page.candidates) {
				const known = found.get(candidate.key);
				found.set(candidate.key, known ? joined(known, candidate) : candidate);
			}
			after = page.next;
		} while (after !== null);
		return { found: [...found.values()], pages };
	};
	return { ...archive, suggestions, scanAll };
}

test('all texts that records show are looked through once, page by page', async () => {
	const { addRecord, addEdition, moveToBin, scanAll, suggestions } = open();
	const one = addRecord(1, { title: 'Sample letter' });
	addEdition(one, ['They met Zorba Quill there.', '', 'Later zorba was gone.', 'It was Zorba Quill again.']);
	const two = addRecord(2);
	addEdition(two, ['Nobody saw Zorba Quill.']);
	const binned = addRecord(3);
	addEdition(binned, ['Here is Vanda Prill.']);
	moveToBin(binned);
	const { found, pages } = await scanAll(2);
	expect(pages).toEqual([2, 2, 0]);
	expect((await suggestions.scan({ after: null, limit: 9 })).total).toBe(4);
	expect(found.map((each) => [mainSpelling(each), each.count])).toEqual([['Zorba Quill', 3]]);
	const example = found[0]?.examples.find(({ recordId }) => recordId === one);
	expect(example).toMatchObject({ recordTitle: 'Sample letter', number: 1, start: 9, end: 20 });
	expect(example?.context).toBe('They met Zorba Quill there.');
});

test('what is rejected is remembered whatever its case, and offered again when that is taken back or undone', () => {
	const { suggestions, history } = open();
	suggestions.reject({ texts: ['Zorba Quill'] });
	suggestions.reject({ texts: ['ZORBA QUILL'] });
	const rejected = suggestions.rejected();
	expect(rejected.map(({ text }) => text)).toEqual(['ZORBA QUILL']);
	suggestions.readmit({ ids: rejected.map(({ id }) => id) });
	expect(suggestions.rejected()).toEqual([]);
	expect(history.undo()).toBe('suggestionReadmitted');
	history.undo();
	expect(history.undo()).toBe('suggestionRejected');
	expect(suggestions.rejected()).toEqual([]);
});
