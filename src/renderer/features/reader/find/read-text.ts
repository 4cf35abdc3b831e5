import type { StoredBlock } from '#shared/domain/block.ts';

/** A passage's text as one reads it, and where each of its units stands in the stored text. */
export interface ReadText {
	text: string;
	/** @param offset in `text`, in UTF-16 units; up to its length */
	storedAt(offset: number): number;
}

interface Stretch {
	start: number;
	end: number;
}

const softHyphens = /\u00AD(?:[^\S\n]*\n[^\S\n]*)?/g;
/** Of a word that was cut where the page ended. */
const cutWords = /(?<=\p{L})[-\u2010\u058A][^\S\n]*\n[^\S\n]*(?=\p{Ll})/gu;

const read = new WeakMap<StoredBlock, ReadText | null>();

/**
 * The text without what stands between its words and is none of them: raised signs, as those of footnotes; soft hyphens;
 * hyphens that only the end of a line put there. Null where it has nothing of the kind.
 */
export function readText(block: StoredBlock): ReadText | null {
	let known = read.get(block);
	if (known === undefined) {
		known = withoutHidden(block.text, hiddenIn(block));
		read.set(block, known);
	}
	return known;
}

function hiddenIn({ text, marks, wrapped }: StoredBlock): Stretch[] {
	const raised = marks?.filter(({ kind }) => kind === 'superscript') ?? [];
	const soft = text.includes('\u00AD') ? stretchesOf(text, softHyphens) : [];
	const cut = wrapped ? stretchesOf(text, cutWords) : [];
	return [...raised, ...soft, ...cut].sort((a, b) => a.start - b.start);
}

function stretchesOf(text: string, pattern: RegExp): Stretch[] {
	return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

function withoutHidden(text: string, hidden: readonly Stretch[]): ReadText | null {
	if (hidden.length === 0) return null;
	/** Where each kept stretch begins, in what is read and in what is stored. */
	const kept: { read: number; stored: number }[] = [];
	let words = '';
	let at = 0;
	for (const { start, end } of [...hidden, { start: text.length, end: text.length }]) {
		if (start > at) {
			kept.push({ read: words.length, stored: at });
			words += text.slice(at, start);
		}
		at = Math.max(at, end);
	}
	return {
		text: words,
		storedAt(offset) {
			let [low, high] = [0, kept.length];
			while (high - low > 1) {
				const middle = (low + high) >>> 1;
				if ((kept[middle]?.read ?? 0) <= offset) low = middle;
				else high = middle;
			}
			const from = kept[low] ?? { read: 0, stored: 0 };
			return from.stored + offset - from.read;
		},
	};
}
