import type { Alignment } from './alignment.ts';
import { PassageHalf } from './passage-half.ts';
import type { PassageTeller } from './passage-teller.ts';
import type { Span } from './text-stream.ts';

/** A shorter passage says too little about itself, and comparing longer ones letter by letter takes long. */
const shortest = 24;
const longest = 3000;
/** A passage that has fewer letters of this one has them by chance. */
const leastShare = 0.1;
const leastOfGrams = 0.25;
/** Passages beside the one that stands there which may be it. */
const reach = 4;
/** What stands where it belongs already needs no settling. */
const nearlyAll = 0.95;

/**
 * Sets right which of two look-alikes beside each other is which, where one of them came in or went: letter by letter the
 * one that was misread less looks more like the old one, and parts of one passage may even go to both. Names and numbers
 * tell better; where they do not, all stays as it is.
 */
export function settlePassages(alignment: Alignment, teller: PassageTeller): void {
	const halves = PassageHalf.pairOf(alignment);
	settle(halves.old, halves.new, teller, (old, other) => alignment.pairAnew(old, other));
	settle(halves.new, halves.old, teller, (other, old) => alignment.pairAnew(old, other));
}

function settle(
	half: PassageHalf,
	other: PassageHalf,
	teller: PassageTeller,
	pair: (own: Span, place: Span) => void,
): void {
	for (let passage = 0; passage < half.passages.length; passage += 1) {
		const length = half.lengthOf(passage);
		if (length < shortest || length > longest) continue;
		const shares = half.sharesOf(passage);
		const rivals = rivalsOf(half, other, passage, shares);
		if (rivals.length < 2) continue;
		const readings = rivals.map((rival) => other.textOf(rival));
		const found = rivals[teller.surelyOf(half.textOf(passage), readings)];
		const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
		const isSettled = found === undefined || (shares.get(found) ?? 0) >= nearlyAll * total;
		if (!isSettled) pair(half.spanOf(passage), other.spanOf(found));
	}
}

/** What a passage may be: those it shares letters with, and beside them what belongs to none, if they are like it. */
function rivalsOf(
	half: PassageHalf,
	other: PassageHalf,
	passage: number,
	shares: ReadonlyMap<number, number>,
): number[] {
	const near = new Set<number>();
	for (const [there, share] of shares) {
		if (share < leastShare * half.lengthOf(passage)) continue;
		near.add(there);
		for (const step of [-1, 1]) {
			for (let by = 1; by <= reach && other.isFree(there + step * by, passage); by += 1) near.add(there + step * by);
		}
	}
	if (near.size < 2) return [];
	const grams = half.gramsOf(passage);
	return [...near].filter((there) => {
		if (!half.isAsLong(passage, there) || !other.isFree(there, passage)) return false;
		let shared = 0;
		for (const gram of other.gramsOf(there)) if (grams.has(gram)) shared += 1;
		return shared >= leastOfGrams * grams.size;
	});
}
