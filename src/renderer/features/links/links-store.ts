import { create } from 'zustand';
import { awaitEditor } from '#renderer/lib/type-ahead.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { LinkEnd } from '#shared/domain/link.ts';

/** What a link is being made from. */
export interface LinkSubject {
	end: LinkEnd;
	/** Its words, so that one sees what one links. */
	words: string;
	/** Of an annotation: what it is decides which relations come first. */
	purpose?: Purpose;
}

interface LinksView {
	/** Null while no link is being made. */
	subject: LinkSubject | null;
	/** How many links stand on each passage of the text that is shown, by ordinal. */
	counts: ReadonlyMap<number, number>;
	/** The passage whose links should have the focus, once they are there. */
	wantedOrdinal: number | null;
}

/** What this window is doing with links. Archive data is never in here. */
export const useLinksView = create<LinksView>(() => ({ subject: null, counts: new Map(), wantedOrdinal: null }));

/**
 * Opens the dialog in which the other end is chosen, once a menu that asked for it has given the focus back. What is typed
 * until then is for its field.
 */
export function startLinking(subject: LinkSubject): void {
	awaitEditor();
	requestAnimationFrame(() => requestAnimationFrame(() => useLinksView.setState({ subject })));
}

/** How many links stand on the passage. */
export function useLinkCount(ordinal: number): number {
	return useLinksView(({ counts }) => counts.get(ordinal) ?? 0);
}

/** The same, for one moment. */
export function linkCountOf(ordinal: number): number {
	return useLinksView.getState().counts.get(ordinal) ?? 0;
}
