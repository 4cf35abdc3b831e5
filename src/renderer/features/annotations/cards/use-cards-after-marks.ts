import { useAfterPaint } from '#renderer/lib/after-paint.ts';
import type { Annotation } from '#shared/domain/annotation.ts';

/**
 * The annotations to show as cards: new ones one frame after they came, so that their marks on the text are painted first;
 * what changed or went at once, for words that are being written must not step back.
 */
export function useCardsAfterMarks(newest: readonly Annotation[]): readonly Annotation[] {
	const painted = useAfterPaint(newest);
	return painted && isBeginningOf(newest, painted) ? painted : newest;
}

/** New ones come at the end; what did not change stays the same object. */
function isBeginningOf(newest: readonly Annotation[], painted: readonly Annotation[]): boolean {
	return painted.length < newest.length && painted.every((annotation, at) => annotation === newest[at]);
}
