import { expect, test } from 'vitest';
import { wordsOfMargin } from './margins.ts';

const counted = (text: string) => ({ text, hasPageNumber: true });

test('lines that only count pages are left out, in whatever language', () => {
	const lines = ['', '- -', 'Page of', 'p. ', 'Seite  von', 'стр. из', 'СТРАНИЦА', 'էջ', 'SƏHİFƏ /', '第 页', '— * —'];
	expect(wordsOfMargin(lines.map(counted))).toEqual([]);
	expect(wordsOfMargin([{ text: ' – ', hasPageNumber: false }])).toEqual([]);
});

test('what says more beside the number of a page is kept', () => {
	const lines = [
		'SECRET',
		'TOP SECRET ',
		'(S)',
		'С',
		'СОВ. СЕКРЕТНО',
		'Գաղտնի էջ',
		'Page of 1923',
		'No. 7',
		'Alpha Page',
	];
	expect(wordsOfMargin(lines.map(counted))).toEqual(lines.map((line) => line.trim()));
	expect(wordsOfMargin([{ text: 'Page of', hasPageNumber: false }])).toEqual(['Page of']);
});
