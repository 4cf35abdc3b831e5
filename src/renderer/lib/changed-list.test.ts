import { expect, test } from 'vitest';
import { changedList } from './changed-list.ts';

const known = [
	{ id: 'a', tags: ['one'] },
	{ id: 'b', tags: [] },
	{ id: 'c', tags: ['two'] },
];

test('what is known keeps its place, what is new comes last, and what is dropped is gone', () => {
	const next = changedList(
		known,
		[
			{ id: 'd', tags: [] },
			{ id: 'b', tags: ['one'] },
		],
		new Set(['a']),
	);
	expect(next).toEqual([
		{ id: 'b', tags: ['one'] },
		{ id: 'c', tags: ['two'] },
		{ id: 'd', tags: [] },
	]);
	expect(next[1]).toBe(known[2]);
});

test('a list of which nothing is another is the list itself', () => {
	expect(changedList(known, structuredClone(known), new Set(['e']))).toBe(known);
});
