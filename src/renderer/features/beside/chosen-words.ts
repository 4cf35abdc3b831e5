import type { LinkEnd } from '#shared/domain/link.ts';

export const besideSides = ['first', 'second'] as const;
/** The two texts of the page. */
export type BesideSide = (typeof besideSides)[number];

/** What was chosen in one of them to be an end of a link. */
export interface ChosenWords {
	end: LinkEnd & { range: NonNullable<LinkEnd['range']> };
	words: string;
}
