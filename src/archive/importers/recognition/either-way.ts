import type { FractionBox } from '#shared/domain/recognised-layout.ts';
import type { Engine } from './engine.ts';
import { leastConfidence, meanConfidence } from './language-trial.ts';
import { blocksOfPage, type PagePicture, type RecognisedBlock } from './page-text.ts';

/** What a page must read surer by upside down to be taken for one that lies so, in points. */
const clearly = 15;
/** How pixels lie, as EXIF numbers it, once the picture is turned by half. */
const halfTurned = [1, 3, 4, 1, 2, 7, 8, 5, 6];

/**
 * Reads a page, and once more upside down where hardly a word of it was sure: sheets lie as they come on a scanner, and the
 * engine sees which way lines run, but not which end is up. Places are those of the picture as it lies.
 */
export function readEitherWay(engine: Engine, page: PagePicture): RecognisedBlock[] {
	const blocks = blocksOfPage(engine.recognise(page.picture), page);
	const confidence = meanConfidence(blocks);
	if (confidence === 0 || confidence >= leastConfidence) return blocks;
	const { bytes, orientation } = page.picture;
	const turned = blocksOfPage(engine.recognise({ bytes, orientation: halfTurned[orientation] ?? 3 }), page);
	if (meanConfidence(turned) < confidence + clearly) return blocks;
	return turned.map(({ block, words }) => ({
		block,
		words: words.map((word) => ({ ...word, box: turnBack(word.box, page.box) })),
	}));
}

function turnBack({ x, y, width, height }: FractionBox, around: FractionBox): FractionBox {
	return {
		x: 2 * around.x + around.width - x - width,
		y: 2 * around.y + around.height - y - height,
		width,
		height,
	};
}
