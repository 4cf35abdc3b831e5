import type { Edition } from '#shared/domain/edition.ts';
import { isOldFont, type OldFont } from '#shared/domain/old-fonts.ts';
import type { AnchoringTask } from '#shared/text/anchor/anchor-marks.ts';
import { type EncodingId, encodingNamed } from './encoding-names.ts';

/** How the letters of a file were made out. */
export interface Reading {
	encoding: EncodingId | null;
	font: OldFont | null;
}

/** One file made out in two ways: what stands in the one edition tells what stands in the other, letter by letter. */
export interface Rereading {
	from: Reading;
	to: Reading;
}

export interface RereadingTask extends AnchoringTask {
	old: (AnchoringTask['old'][number] & { rereading?: Rereading })[];
}

type MadeFrom = Pick<Edition, 'originalSha256' | 'parameters'>;

/** How an edition came of the file of another one; undefined where that is another file, or was read the same way. */
export function rereadingOf(from: MadeFrom, to: MadeFrom): Rereading | undefined {
	if (from.originalSha256 === null || from.originalSha256 !== to.originalSha256) return undefined;
	const readings = { from: readingOf(from), to: readingOf(to) };
	const isSame = readings.from.encoding === readings.to.encoding && readings.from.font === readings.to.font;
	return isSame ? undefined : readings;
}

function readingOf({ parameters: { encoding, font } }: MadeFrom): Reading {
	return {
		encoding: typeof encoding === 'string' ? encodingNamed(encoding) : null,
		font: isOldFont(font) ? font : null,
	};
}
