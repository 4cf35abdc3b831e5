import { expect, test } from 'vitest';
import { readQuery } from '#shared/search/query/parse-query.ts';
import type { Output } from './output.ts';
import { noteQueryProblems } from './query-problems.ts';

function notesOf(text: string, isTerminal: boolean) {
	const notes: string[] = [];
	const note = (line: string) => void notes.push(line);
	const output: Output = {
		isJson: false,
		isTerminal,
		width: null,
		note,
		line: note,
		json: () => undefined,
		raw: () => undefined,
		error: () => undefined,
	};
	return { hasFault: noteQueryProblems(readQuery(text), output), notes };
}

test('a terminal shows the place, also below wide letters and marks', () => {
	expect(notesOf('alpha colour:red beta', true).notes.slice(0, 2)).toEqual([
		'  alpha colour:red beta',
		'        ^^^^^^^^^^',
	]);
	expect(notesOf('漢字\u0301 () x', true).notes.slice(0, 2)).toEqual(['  漢字\u0301 () x', '       ^^']);
});

test('a fault says what was searched instead; a hint leaves nothing out', () => {
	expect(notesOf('alpha OR OR beta', false)).toEqual({
		hasFault: true,
		notes: [expect.stringContaining('OR needs'), expect.stringContaining('alpha')],
	});
	expect(notesOf('"alpha beta', false)).toEqual({ hasFault: false, notes: [expect.stringContaining('not closed')] });
	expect(notesOf('alpha beta', true)).toEqual({ hasFault: false, notes: [] });
});
