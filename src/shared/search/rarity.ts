/** The part of BM25 that tells rare words from common ones, as MiniSearch has it. */
export function rarity(documentCount: number, documentsWith: number): number {
	return Math.log(1 + (documentCount - documentsWith + 0.5) / (documentsWith + 0.5));
}
