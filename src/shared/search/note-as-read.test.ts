import { expect, test } from 'vitest';
import { plainText } from '../markdown/markdown.ts';
import { createHitFinder } from './marks.ts';
import { noteAsRead } from './note-as-read.ts';
import { parseQuery } from './query/query-clauses.ts';

function read(body: string, query: string): { text: string; marked: string[] } {
	const { text, marks } = noteAsRead(body, plainText, createHitFinder(parseQuery(query), {}));
	return { text, marked: marks.map(([start, end]) => text.slice(start, end)) };
}

test('signs are left out and the marks stand on the words all the same', () => {
	const body = '# Head\n\n> **Alpha** and *b\\*eta*\n\n1. [gamma](https://example.org/), `alpha`\n- &amp; 😀 alpha';
	expect(read(body, 'alpha')).toEqual({
		text: 'Head Alpha and b*eta gamma, alpha & 😀 alpha',
		marked: ['Alpha', 'alpha', 'alpha'],
	});
	expect(read('**one** _two_ three', '"one two"')).toEqual({ text: 'one two three', marked: ['one two'] });
});

test('what answers only in the signs is shown as it was typed', () => {
	const body = '**See** [there](https://example.org/)';
	expect(read(body, 'example')).toEqual({ text: body, marked: ['example'] });
	expect(read(body, 'there example')).toEqual({ text: body, marked: ['there', 'example'] });
});
