import type { TextRange } from './annotation.ts';
import type { StoredBlock } from './block.ts';
import { type NoteReferences, noteSigns, referenceKey } from './note-references.ts';
import { partWithin } from './text-range.ts';

/**
 * The words in a range in normal form as one quotes them, passages joined by '\n': the signs of notes are not the text's own
 * words, nor are line breaks that were only the width of the page. A hyphen at the end of such a line stays: whether the
 * word has one is not for a program to say. Only one that shows nowhere but there (U+00AD) goes with its line.
 */
export function quotableWords(blocks: readonly StoredBlock[], range: TextRange, references: NoteReferences): string {
	const isReference = (ordinal: number, start: number) => references.has(referenceKey(ordinal, start));
	return blocks
		.flatMap((block) => {
			const part = partWithin(range, block);
			return part ? flowing(block, textWithout(block.text, part, noteSigns(block, isReference))) : [];
		})
		.filter((words) => words !== '')
		.join('\n');
}

/** A stretch of a text without those within it that are left out; they are in order. */
export function textWithout(text: string, { start, end }: Stretch, leftOut: readonly Stretch[]): string {
	let words = '';
	let at = start;
	for (const out of leftOut) {
		if (out.end <= at || out.start >= end) continue;
		words += text.slice(at, Math.max(at, out.start));
		at = Math.min(end, out.end);
	}
	return words + text.slice(at, end);
}

interface Stretch {
	start: number;
	end: number;
}

function flowing({ wrapped }: StoredBlock, words: string): string {
	if (!wrapped) return words;
	return words
		.replaceAll(/\u00AD[^\S\n]*\n[^\S\n]*/g, '')
		.replaceAll(/(?<=[\p{L}\p{N}][-\u2010])[^\S\n]*\n[^\S\n]*(?=[\p{L}\p{N}])/gu, '')
		.replaceAll(/[^\S\n]*\n[^\S\n]*/g, ' ');
}
