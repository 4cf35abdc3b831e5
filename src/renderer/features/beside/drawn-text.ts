import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { BesideSide } from './chosen-words.ts';

/** One of the two texts once it is on the page. */
export interface DrawnText extends AnnotatedText {
	record: RecordDetail;
	/** Draws the passage now, if it is not drawn yet. */
	draw(ordinal: number): void;
}

/** What is on the page by now. */
export type DrawnTexts = Record<BesideSide, DrawnText | null>;

/** Both, once both are there. */
export type DrawnPair = Record<BesideSide, DrawnText>;

export function pairOf({ first, second }: DrawnTexts): DrawnPair | null {
	return first && second && { first, second };
}
