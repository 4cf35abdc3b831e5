import { create } from 'zustand';
import type { TextPoint } from '#shared/domain/text-range.ts';
import type { Match } from './find/find-words.ts';

interface ReaderView {
	/** The passage at the top of the page, and how far into it. */
	place: TextPoint;
	/**
	 * Where B goes back to after a jump within the text: a step back in the history, or, where the jump was no step of it, a
	 * place. Null where there was none.
	 */
	returnTo: 'back' | TextPoint | null;
	isFindOpen: boolean;
	/** Every match of what is being found in the document. */
	finds: readonly Match[];
	/** The one of them that was shown last. */
	currentFind: Match | null;
}

export const startOfText: TextPoint = { ordinal: 0, offset: 0 };

/** What a window does in a document that was just opened. */
export const nothingDone: ReaderView = {
	place: startOfText,
	returnTo: null,
	isFindOpen: false,
	finds: [],
	currentFind: null,
};

/** What this window is doing in the open document. */
export const useReader = create<ReaderView>(() => nothingDone);

/** Before a jump that is no step of the history: B comes back to here. */
export function rememberPlace(): void {
	useReader.setState(({ place }) => ({ returnTo: place }));
}
