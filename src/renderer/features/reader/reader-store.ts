import { create } from 'zustand';
import type { TextPoint } from '#shared/domain/text-range.ts';

interface ReaderView {
	/** The passage at the top of the page, and how far into it. */
	place: TextPoint;
	/** For screen readers: the passage that the keyboard moved to. */
	announcement: string;
	/** Whether the last move within the text was a jump that can be taken back. */
	canReturn: boolean;
	isFindOpen: boolean;
}

export const startOfText: TextPoint = { ordinal: 0, offset: 0 };

/** What this window is doing in the open document. */
export const useReader = create<ReaderView>(() => ({
	place: startOfText,
	announcement: '',
	canReturn: false,
	isFindOpen: false,
}));
