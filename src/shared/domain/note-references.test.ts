import { expect, test } from 'vitest';
import type { StoredBlock } from './block.ts';
import { blocksOfNote, noteReferences } from './note-references.ts';

/** Raised signs stand between carets: "Alpha^1^ beta". */
function textOf(...lines: string[]): StoredBlock[] {
	return lines.map((line, ordinal) => {
		const isNote = line.startsWith('note ');
		const parts = (isNote ? line.slice(5) : line).split('^');
		let text = '';
		const marks = parts.flatMap((part, at) => {
			const start = text.length;
			text += part;
			return at % 2 === 1 ? [{ start, end: text.length, kind: 'superscript' as const }] : [];
		});
		return { kind: isNote ? 'note' : 'paragraph', text, marks, ordinal, number: ordinal + 1 };
	});
}

test('a raised sign belongs to the next note that begins with it, in every chapter anew', () => {
	const blocks = textOf('Alpha^1^ beta^2^', 'note ^1^ One', 'note ^2^ Two', 'Gamma^1^', 'note ^1^ One again');
	expect([...noteReferences(blocks)].sort()).toEqual([
		['0:11', 2],
		['0:5', 1],
		['3:5', 4],
	]);
});

test('the signs of Word and plain ones are understood; what no note answers to is no reference', () => {
	const blocks = textOf('Alpha^[1]^, 10 m^2^, beta^*^', 'note ^[1]^ One', 'note * A star');
	expect([...noteReferences(blocks)].map(([, note]) => note).sort()).toEqual([1, 2]);
	expect([...noteReferences(textOf('E = mc^2^', 'A plain end.'))]).toEqual([]);
});

test('a note may speak of a later one, and goes on where a paragraph has no sign', () => {
	const blocks = textOf('Alpha^1^', 'note ^1^ One, see^2^', 'note and more', 'note ^2^ Two', 'Beta');
	expect([...noteReferences(blocks)].sort()).toEqual([
		['0:5', 1],
		['1:10', 3],
	]);
	expect(blocksOfNote(blocks, 1).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
	expect(blocksOfNote(blocks, 3).map(({ ordinal }) => ordinal)).toEqual([3]);
});
