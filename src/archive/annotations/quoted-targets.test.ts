import { expect, test } from 'vitest';
import type { AnnotationTarget } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { QuotedTargets } from './quoted-targets.ts';

const blocks = [
	{
		ordinal: 0,
		number: 1,
		kind: 'paragraph',
		text: 'In 20231 so it was.',
		marks: [{ start: 7, end: 8, kind: 'superscript' }],
	},
	{ ordinal: 1, number: 2, kind: 'note', text: '1 Alpha', marks: [{ start: 0, end: 1, kind: 'superscript' }] },
] as StoredBlock[];

/** Editions of the same text, and how often the signs of each were read. */
function open() {
	const read: EditionId[] = [];
	const quoted = new QuotedTargets({
		find: () => undefined,
		blocksBetween: (_, start, end) => blocks.slice(start, end + 1),
		blocksWithSigns: (id) => {
			read.push(id);
			return blocks;
		},
	});
	return { quoted, read };
}

function target(edition: number, startOffset: number, endOffset: number): AnnotationTarget {
	const exact = blocks[0]?.text.slice(startOffset, endOffset) ?? '';
	const editionId = `e${edition}` as EditionId;
	return { editionId, startOrdinal: 0, startOffset, endOrdinal: 0, endOffset, exact, prefix: '', suffix: '' };
}

test('the signs of each text are read once for a list, in whatever order its texts come', () => {
	const { quoted, read } = open();
	const editions = Array.from({ length: 100 }, (_, edition) => edition);
	const list = [...editions, ...editions, ...editions].map((edition) => target(edition, 0, 19));
	expect(new Set(quoted.wordsOfEach([null, ...list]))).toEqual(new Set([null, 'In 2023 so it was.']));
	expect(quoted.wordsOfEach([null, ...list])[0]).toBeNull();
	expect(quoted.wordsOfEach(list)).not.toContain(null);
	expect(read).toHaveLength(3 * editions.length);
});

test('no sign is read for words beside a sign', () => {
	const { quoted, read } = open();
	expect(quoted.wordsOfEach([target(1, 0, 7), target(1, 8, 19)])).toEqual([null, null]);
	expect(read).toEqual([]);
});
