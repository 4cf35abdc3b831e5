import { create } from 'zustand';
import type { EditionId } from '#shared/domain/ids.ts';

/** Where notes stand on paper. */
export const notePlaces = ['none', 'margin', 'end'] as const;
export type NotePlace = (typeof notePlaces)[number];

interface PrintView {
	isAsking: boolean;
	/** Set while the document is drawn for paper. */
	notes: NotePlace | null;
	/** The text that is drawn. */
	editionId: EditionId | null;
	/** Whether the sheets carry their running lines themselves. */
	hasRunningLines: boolean;
	/** Its pictures as addresses, by ordinal. */
	pictures: ReadonlyMap<number, string>;
}

/** What this window is printing. */
export const usePrint = create<PrintView>(() => ({
	...{ isAsking: false, notes: null, editionId: null, hasRunningLines: true },
	pictures: new Map(),
}));

/** The document is on paper, or was not meant to be after all. */
export function endPrinting(): void {
	usePrint.setState({ notes: null, editionId: null, pictures: new Map() });
}
