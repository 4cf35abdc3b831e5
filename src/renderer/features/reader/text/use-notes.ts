import { useMemo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import { blocksOfNote, noteReferences, referenceKey } from './note-references.ts';

/** The footnotes of a text, to be asked by the signs that refer to them. */
export interface Notes {
	/** The note that a raised sign refers to, by its first block; undefined for what is no reference. */
	find(ordinal: number, start: number): number | undefined;
	textOf(ordinal: number): StoredBlock[];
}

export const noNotes: Notes = { find: () => undefined, textOf: () => [] };

export function useNotes(blocks: readonly StoredBlock[]): Notes {
	return useMemo(() => {
		const references = noteReferences(blocks);
		if (references.size === 0) return noNotes;
		return {
			find: (ordinal, start) => references.get(referenceKey(ordinal, start)),
			textOf: (ordinal) => blocksOfNote(blocks, ordinal),
		};
	}, [blocks]);
}
