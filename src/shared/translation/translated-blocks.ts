import { type Block, isPassage, type StoredBlock } from '../domain/block.ts';
import type { TranslatedText } from './read-sheet.ts';

/** The text of a translation: which of its passages is which of those that it was made of is known. */
export interface TranslatedBlocks {
	blocks: Block[];
	/** The ¶ numbers of the original: what is cited as ¶ 12 is ¶ 12 in both. */
	numbers: (number | null)[];
	/** By ordinal of the translation, the ordinal of its original. */
	lineage: Map<number, number>;
	/** Further passages of the original, each with the passage of the translation that it is in. */
	joined: [original: number, translation: number][];
}

/**
 * What a translator wrote in the shape of what they were given: the kind of each passage, pictures and pages are those of
 * the original. A passage that is not translated is left out, and so is what belongs to none that is.
 */
export function translatedBlocks(
	base: readonly StoredBlock[],
	texts: ReadonlyMap<number, TranslatedText>,
): TranslatedBlocks {
	const made: TranslatedBlocks = { blocks: [], numbers: [], lineage: new Map(), joined: [] };
	for (const block of base) {
		const written = texts.get(block.ordinal);
		if (isPassage(block) && !written) continue;
		const at = made.blocks.length;
		made.blocks.push(written ? translated(block, written) : withoutPlace(block));
		made.numbers.push(written ? block.number : null);
		if (!written) continue;
		made.lineage.set(at, block.ordinal);
		for (const ordinal of written.joined) made.joined.push([ordinal, at]);
	}
	return made;
}

function translated(block: StoredBlock, { text, marks }: TranslatedText): Block {
	const { kind, level, marker, cell, page, time } = block;
	return {
		kind,
		text,
		...(level !== undefined && { level }),
		...(marker !== undefined && { marker }),
		...(cell && { cell }),
		...(page !== undefined && { page }),
		...(time && { time }),
		...(marks.length > 0 && { marks }),
	};
}

function withoutPlace({ ordinal: _ordinal, number: _number, ...block }: StoredBlock): Block {
	return block;
}
