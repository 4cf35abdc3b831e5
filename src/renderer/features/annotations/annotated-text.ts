import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** A text on the page that can be marked: what the reader hands to annotations. */
export interface AnnotatedText {
	/** Contains all passages, and scrolls. */
	root: HTMLElement;
	dom: PassageDom;
	/** Grows when passages near the screen are drawn; those far off wait until they come near. */
	drawnCount: number;
	recordId: RecordId;
	editionId: EditionId;
	/** All blocks, in order: index and ordinal are the same. Those that are not here yet have no words. */
	blocks: readonly StoredBlock[];
	isWhole: boolean;
}

/** The passage that has the keyboard focus, by its ordinal. */
export function focusedOrdinal({ dom, root }: Pick<AnnotatedText, 'dom' | 'root'>): number | null {
	const focused = document.activeElement;
	if (!focused || focused === root || !root.contains(focused)) return null;
	return dom.pointAt(focused, 0)?.ordinal ?? null;
}
