import { useMemo } from 'react';
import type { ArrivedText } from '#renderer/lib/text-arrival.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { blocksOfNote, noteReferences, referenceKey } from '#shared/domain/note-references.ts';

/** The footnotes of a text, to be asked by the signs that refer to them. */
export interface Notes {
	/** The note that a raised sign refers to, by its first block; undefined for what is no reference. */
	find(ordinal: number, start: number): number | undefined;
	textOf(ordinal: number): StoredBlock[];
}

export const noNotes: Notes = { find: () => undefined, textOf: () => [] };

/** Known once all of the text is: which note a sign means depends on what stands between. */
export function useNotes({ blocks, isWhole }: ArrivedText): Notes {
	return useMemo(() => {
		if (!isWhole) return noNotes;
		const references = noteReferences(blocks);
		if (references.size === 0) return noNotes;
		return {
			find: (ordinal, start) => references.get(referenceKey(ordinal, start)),
			textOf: (ordinal) => blocksOfNote(blocks, ordinal),
		};
	}, [blocks, isWhole]);
}
