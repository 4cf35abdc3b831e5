import { createHash } from 'node:crypto';
import type { Block, StoredBlock } from '#shared/domain/block.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';

/**
 * How the text of a described-only record will be known when it arrives, without any of its words being kept.
 * `paragraph` is the ¶ number by the rule of `numberBlocks`: title and headings are not counted.
 */
export interface DescribedText {
	recordId: RecordId;
	textDigest: Sha256;
	passageDigests: readonly { paragraph: number; digest: Sha256 }[];
}

/**
 * `whole`: it is the text described. `variant`: it shares passages with it, and a person has to judge. `paragraphs` leads
 * from the described text's ¶ to the ordinal of the passage that has the same words; others are absent.
 */
export interface DescribedTextMatch {
	match: 'whole' | 'variant' | 'none';
	paragraphs: Map<number, number>;
}

/** Share of the described passages that must be there for the text to count as the one described. */
const wholeShare = 0.8;
/** One passage in common may be a quotation; two are more than that. */
const fewestForVariant = 2;

/** A passage as it is compared: NFKC, lower case, every run of white space one space, none at the ends. */
export function foldPassage(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** SHA-256 of the folded passage in UTF-8. */
export function passageDigest(text: string): Sha256 {
	return sha256(foldPassage(text));
}

/**
 * SHA-256, in UTF-8, of all passages in order, title and headings included, each folded, joined by U+000A. Passages that
 * fold to nothing are left out, and one that repeats the passage before it counts once (a title printed twice).
 */
export function textDigest(passages: readonly string[]): Sha256 {
	const folded = passages.map(foldPassage).filter((text) => text !== '');
	return sha256(folded.filter((text, index) => text !== folded[index - 1]).join('\n'));
}

/**
 * Compares a text with a described one. `passages` are those of the whole edition, in order, title and headings included.
 * A passage that occurs twice gives the ordinal of its first occurrence.
 */
export function recogniseDescribedText(
	passages: readonly Pick<StoredBlock, 'ordinal' | 'text'>[],
	described: DescribedText,
): DescribedTextMatch {
	const ordinals = new Map<Sha256, number>();
	for (const { ordinal, text } of passages) {
		const digest = passageDigest(text);
		if (!ordinals.has(digest)) ordinals.set(digest, ordinal);
	}
	const paragraphs = new Map<number, number>();
	for (const { paragraph, digest } of described.passageDigests) {
		const ordinal = ordinals.get(digest);
		if (ordinal !== undefined) paragraphs.set(paragraph, ordinal);
	}
	return { match: judge(paragraphs.size, passages, described), paragraphs };
}

function judge(
	found: number,
	passages: readonly Pick<Block, 'text'>[],
	described: DescribedText,
): DescribedTextMatch['match'] {
	if (found > 0 && found >= described.passageDigests.length * wholeShare) return 'whole';
	if (textDigest(passages.map(({ text }) => text)) === described.textDigest) return 'whole';
	return found >= fewestForVariant ? 'variant' : 'none';
}

function sha256(text: string): Sha256 {
	return createHash('sha256').update(text, 'utf8').digest('hex') as Sha256;
}
