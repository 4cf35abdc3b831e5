import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** A text on the page that can be marked: what the reader hands to annotations. */
export interface AnnotatedText {
	/** Contains all passages, and scrolls. */
	root: HTMLElement;
	dom: PassageDom;
	/** Grows whenever more passages are drawn. */
	drawnCount: number;
	recordId: RecordId;
	editionId: EditionId;
	/** The record's title, for quotations. */
	title: string;
	/** All blocks, in order: index and ordinal are the same. */
	blocks: readonly StoredBlock[];
	/** Address of a passage or annotation, to be copied. */
	addressOf(ordinal: number): string;
}

/** The passage that has the keyboard focus, by its ordinal. */
export function focusedOrdinal({ dom, root }: Pick<AnnotatedText, 'dom' | 'root'>): number | null {
	const focused = document.activeElement;
	if (!focused || focused === root || !root.contains(focused)) return null;
	return dom.pointAt(focused, 0)?.ordinal ?? null;
}
