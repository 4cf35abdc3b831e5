import { create } from 'zustand';
import type { QuotedPlace } from '#shared/api/cards-api.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** The words that a card is wanted of. */
export interface AskedCard {
	recordId: RecordId;
	range: QuotedPlace;
}

export const useAskedCard = create<{ asked: AskedCard | null }>(() => ({ asked: null }));

/** Asks in which form a card of these words is to be saved, and shows it. */
export function askForCard(asked: AskedCard): void {
	useAskedCard.setState({ asked });
}
