import { createContext, useContext } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import type { Span } from '../text/use-text-highlight.ts';

/** What every page needs to know of the record that it is of. */
export interface PagesContextValue {
	recordId: RecordId;
	file: HeldFile;
	/** The edition that was read from this file; null where the text shown is from elsewhere, or there is none. */
	editionId: EditionId | null;
	blocks: readonly StoredBlock[];
	annotations: readonly Annotation[];
	/** Finds the hits of the search that led here; null where none did. */
	spansOf: ((block: StoredBlock) => readonly Span[]) | null;
	isTextBeside: boolean;
	/** Goes to a passage in the text that the pages stand beside. */
	onFollow(ordinal: number): void;
}

export const PagesContext = createContext<PagesContextValue | null>(null);

export function usePages(): PagesContextValue {
	const value = useContext(PagesContext);
	if (!value) throw new Error('no pages around');
	return value;
}
