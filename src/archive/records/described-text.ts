import { createHash } from 'node:crypto';
import type { StoredBlock } from '#shared/domain/block.ts';
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
	return digestOfFolded(passages.map(foldPassage));
}

/** A text as it is compared with described ones, each of which would otherwise fold and digest all of it again. */
export interface ComparedText {
	/** Of each passage, its first occurrence by digest. */
	ordinals: ReadonlyMap<Sha256, number>;
	/** Called where it is needed. */
	digest(): Sha256;
}

/** @param passages those of the whole edition, in order, title and headings included */
export function comparedText(passages: readonly Pick<StoredBlock, 'ordinal' | 'text'>[]): ComparedText {
	const folded = passages.map(({ text }) => foldPassage(text));
	const ordinals = new Map<Sha256, number>();
	for (const [index, { ordinal }] of passages.entries()) {
		const digest = sha256(folded[index] ?? '');
		if (!ordinals.has(digest)) ordinals.set(digest, ordinal);
	}
	let digest: Sha256 | undefined;
	return {
		ordinals,
		digest() {
			digest ??= digestOfFolded(folded);
			return digest;
		},
	};
}

/** Compares a text with a described one. A passage that occurs twice gives the ordinal of its first occurrence. */
export function recogniseDescribedText(compared: ComparedText, described: DescribedText): DescribedTextMatch {
	const paragraphs = new Map<number, number>();
	for (const { paragraph, digest } of described.passageDigests) {
		const ordinal = compared.ordinals.get(digest);
		if (ordinal !== undefined) paragraphs.set(paragraph, ordinal);
	}
	return { match: judge(paragraphs.size, compared, described), paragraphs };
}

function judge(found: number, compared: ComparedText, described: DescribedText): DescribedTextMatch['match'] {
	if (found > 0 && found >= described.passageDigests.length * wholeShare) return 'whole';
	if (compared.digest() === described.textDigest) return 'whole';
	return found >= fewestForVariant ? 'variant' : 'none';
}

function digestOfFolded(folded: readonly string[]): Sha256 {
	const said = folded.filter((text) => text !== '');
	return sha256(said.filter((text, index) => text !== said[index - 1]).join('\n'));
}

function sha256(text: string): Sha256 {
	return createHash('sha256').update(text, 'utf8').digest('hex') as Sha256;
}
