import { expect, test } from 'vitest';
import { formatTable } from './table.ts';
import { cutToWidth, textWidth, withoutControls } from './text-width.ts';

const columns = [
	{ title: 'Title', isElastic: true as const },
	{ title: 'Notes', align: 'end' as const },
];

test('aligns columns by what they show', () => {
	expect(
		formatTable(
			columns,
			[
				['Alpha', '1'],
				['Ա\u0301lpha б', '12'],
			],
			null,
		),
	).toEqual(['Title    Notes', 'Alpha        1', 'Ա\u0301lpha б     12']);
});

test('fits the terminal by cutting the elastic column', () => {
	const lines = formatTable(columns, [['Alpha beta gamma delta epsilon', '1']], 30);
	expect(lines[1]).toBe('Alpha beta gamma delta…      1');
	expect(lines.every((line) => textWidth(line) <= 30)).toBe(true);
});

test('a document cannot steer the terminal', () => {
	expect(withoutControls('a\u001b[2Jb\nc\u0007')).toBe('a\ufffd[2Jb c\ufffd');
});

test('cuts at whole characters', () => {
	expect(cutToWidth('漢字漢字', 5)).toBe('漢字…');
	expect(cutToWidth('abc', 3)).toBe('abc');
	expect(cutToWidth('abcd', 0)).toBe('');
});
