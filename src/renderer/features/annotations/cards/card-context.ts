import { createContext, useContext } from 'react';
import type { Annotation, TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';

/** What cards need to know of the record and the text that they stand beside. */
export interface CardText {
	editionId: EditionId | null;
	/** Whether the record shows that edition: people are asked about places in this one alone, unless they ask. */
	isShown: boolean;
	blocks: readonly StoredBlock[];
	/** Whether the archive takes no changes; notes may be taken all the same. */
	isReadOnly: boolean;
	/** Whether it takes no notes either: cards are read, and offer nothing that would be refused. */
	isNoteless: boolean;
	/** Shows an annotation's words on the page. */
	onGoTo(annotation: Annotation): void;
	/** Shows words on the page. */
	onShow(range: TextRange): void;
	/** Asks, then opens an address outside. */
	onFollow(address: string): void;
}

export const CardContext = createContext<CardText | null>(null);

export function useCardText(): CardText {
	const text = useContext(CardContext);
	if (!text) throw new Error('a card stands outside of its pane');
	return text;
}
