import search from 'approx-string-match';
import { Alignment, type Correspondence } from './alignment.ts';
import { type Comparison, hasChangedWords, hasOtherNames, isBesideOtherNames } from './changed-words.ts';
import { ComparedText } from './compared-text.ts';
import { isConfusable } from './confusable.ts';
import { foldedSpan, rawSpan } from './folded-text.ts';
import { carryLineage } from './lineage.ts';
import { contextOf, type Fit, fitOf, keptAtEdges, leastNoise, noiseAround, type Pair, sampleNoise } from './measure.ts';
import { findMovedPassages, type MovedPassage } from './moved-passages.ts';
import { findMoved, isVotedAway, type MovedPlace, placeInMoved } from './moved-place.ts';
import { PassageTeller } from './passage-teller.ts';
import { leadOverRivals } from './rivals.ts';
import { settlePassages } from './settle-passages.ts';
import type { PassageRange, PassageText, Span, TextStream } from './text-stream.ts';
import { endPieces, hasTornEnd } from './torn-ends.ts';

/** Where the words of a mark are in another edition. */
export interface Anchored {
	/**
	 * `placed`: the same words in the same order of the text; `moved`: the same words elsewhere, and nothing else could be
	 * meant; `needs-review`: a best guess only; `unplaced`: the words are gone.
	 */
	state: 'placed' | 'moved' | 'needs-review' | 'unplaced';
	/** In the new edition's passages, whole characters; null exactly when unplaced. */
	range: PassageRange | null;
	method: 'same-text' | 'exact' | 'near' | 'moved-block' | 'quote-elsewhere' | 'guess' | 'lineage' | 'none';
	/** How well quotation, context and position fit together, 0 to 1. */
	score: number;
	/** Lead over the next best place, -1 to 1; 1 where there is no other. */
	margin: number;
}

/** A quotation with more errors than this is another one. */
const leastLikeness = 0.66;
/** Where an end has fewer of its letters left, it has slipped onto other words. */
const leastAtEdges = 0.35;
/** The same in a text full of misreadings, where what stands on both sides is surely the same. */
const leastLikenessInNoise = 0.56;
const leastMovedMargin = 0.15;
/** A quotation of this many units hardly stands anywhere else. */
const tellingLength = 40;
const worthShowing = 0.5;
/** What is as like as this may be the same words. */
const leastOfSame = 0.97;
/** Units beside a gap in which the same words are looked for. */
const besideReach = 1000;
/** Units on each side in which names and numbers are looked at. */
const besideLength = 160;

/** Share of misread characters from which a digit by itself may be a letter. */
const leastNoiseOfLetters = 0.02;

/** Digits that are a word by themselves. */
const wholeNumber = /(?<![\p{L}\p{N}])\p{Nd}+(?![\p{L}\p{N}])/gu;

interface FoundNumber {
	digits: string;
	/** In the text that it was looked for in. */
	at: number;
}

function numbersIn({ text }: TextStream, { start, end }: Span): FoundNumber[] {
	return [...text.slice(start, end).matchAll(wholeNumber)].map(({ 0: digits, index }) => ({
		digits,
		at: start + index,
	}));
}

const nowhere: Anchored = { state: 'unplaced', range: null, method: 'none', score: 0, margin: 0 };

/**
 * A new edition laid beside an old one, whole texts against each other, so that marks move over and none ever comes to
 * stand on words it was not made on. Takes about four seconds for a million characters, and little more for any number
 * of marks. Both editions' passages are given in the order of their ordinals.
 */
export class Reanchoring {
	readonly #old: ComparedText;
	readonly #new: ComparedText;
	readonly #texts: Pair;
	readonly #alignment: Alignment;
	readonly #noise: number;
	readonly #moved: readonly MovedPassage[];
	readonly #passages: { old: readonly PassageText[]; new: readonly PassageText[] };

	constructor(oldPassages: readonly PassageText[], newPassages: readonly PassageText[]) {
		this.#passages = { old: oldPassages, new: newPassages };
		this.#old = new ComparedText(oldPassages);
		this.#new = new ComparedText(newPassages);
		this.#texts = { old: this.#old.folded.text, new: this.#new.folded.text };
		this.#alignment = new Alignment(this.#old.comparable, this.#new.comparable);
		this.#noise = sampleNoise(this.#texts, this.#alignment);
		const teller = new PassageTeller(Math.max(leastNoise, this.#noise));
		settlePassages(this.#alignment, teller);
		this.#moved = findMovedPassages(this.#alignment, teller).filter((passage) => !this.#saysOther(passage));
	}

	/** Where a range of the old edition is in the new one; `unplaced` also for a range that the old one does not have. */
	place(range: PassageRange): Anchored {
		const raw = this.#old.stream.spanOf(range);
		if (!raw) return nowhere;
		if (this.#old.stream.text === this.#new.stream.text) {
			return {
				...nowhere,
				state: 'placed',
				range: this.#new.stream.rangeOf(raw),
				method: 'same-text',
				score: 1,
				margin: 1,
			};
		}
		const span = trimSpace(this.#texts.old, foldedSpan(this.#old.folded, raw));
		if (span.start >= span.end) return nowhere;
		const found = this.#placeSpan(span);
		return this.#bringsNumber(raw, found) ? { ...found, state: 'needs-review' } : found;
	}

	#saysOther({ old, new: other, map }: MovedPassage): boolean {
		const noise = Math.max(leastNoise, this.#noise);
		return hasChangedWords({ old: this.#old, new: this.#new, map, noise }, old, other);
	}

	/** Ends are moved to those of words: the last look is at what a reader would see marked. */
	#bringsNumber(raw: Span, { state, range }: Anchored): boolean {
		const found = range && state !== 'needs-review' ? this.#new.stream.spanOf(range) : null;
		if (!found) return false;
		const before = new Set(numbersIn(this.#old.stream, raw).map(({ digits }) => digits));
		return numbersIn(this.#new.stream, found).some(
			(number) => !before.has(number.digits) && !this.#isMisreadLetter(number),
		);
	}

	/** A digit by itself that stands where a letter stood which it is read for, in a text where that happens: "0" for "o". */
	#isMisreadLetter({ digits, at }: FoundNumber): boolean {
		if (digits.length > 1 || this.#noise < leastNoiseOfLetters) return false;
		const { start } = foldedSpan(this.#new.folded, { start: at, end: at + 1 });
		const old = this.#alignment.oldAt(start);
		return old >= 0 && isConfusable(this.#texts.old.charCodeAt(old), this.#texts.new.charCodeAt(start));
	}

	/** For the ordinals of new passages, the ordinals of the old passages that they are; see `carryLineage`. */
	lineage(): Map<number, number> {
		return carryLineage(this.#old, this.#new, this.#alignment, this.#passages);
	}

	#placeSpan(span: Span): Anchored {
		const fit = fitOf(this.#texts, this.#alignment, span);
		const aligned = fit && this.#judgeAligned(span, fit);
		const isOnLookAlike = aligned !== null && this.#isOnLookAlike(span);
		if (aligned?.state === 'placed' && !isOnLookAlike) return aligned;
		const isChangedHere = aligned !== null && !isOnLookAlike && aligned.score >= 0.8;
		const elsewhere = isChangedHere ? null : this.#findElsewhere(span, fit);
		if (elsewhere?.state === 'moved') return elsewhere;
		const doubtful = aligned && { ...aligned, state: 'needs-review' as const };
		const [best] = [doubtful, elsewhere, this.#guess(span)]
			.filter((guess) => guess !== null)
			.sort((a, b) => b.score - a.score);
		return best ?? nowhere;
	}

	/** In the order of the text: `placed`, `needs-review`, or null when what stands there is nothing like it. */
	#judgeAligned(span: Span, fit: Fit): Anchored | null {
		if (fit.likeness < worthShowing) return null;
		const { before, after } = contextOf(this.#texts, this.#alignment, span, fit.place);
		const context = (before + after) / 2;
		const noise = noiseAround(this.#texts, this.#alignment, span, this.#noise);
		const { margin, isClear } = leadOverRivals(this.#alignment, { span, place: fit.place }, noise);
		const score = 0.55 * fit.likeness + 0.45 * context;
		const isLong = span.end - span.start >= 20;
		const isHeld = context >= 0.5 || (fit.likeness >= 0.8 && Math.max(before, after) >= 0.6);
		const isFramed = noise >= 0.1 && Math.min(before, after) >= 0.7;
		const least = isFramed ? leastLikenessInNoise : leastLikeness;
		const isSure = fit.likeness >= least && (isHeld || (isLong && fit.likeness >= 0.9));
		if (!isSure && context < 0.35 && fit.likeness < 0.75) return null;
		const isWhole = keptAtEdges(this.#texts, this.#alignment, span) >= leastAtEdges;
		const isSame = isSure && isClear && isWhole && !this.#isTorn(span, fit, this.#alignment);
		return this.#answer(fit, this.#alignment, {
			state: isSame ? 'placed' : 'needs-review',
			method: fit.errors === 0 ? 'exact' : 'near',
			...{ score, margin },
		});
	}

	/** Beside a place where some of the words still stand, others like them are look-alikes: then it is no more than a guess. */
	#findElsewhere(span: Span, fit: Fit | null): Anchored | null {
		const moved = placeInMoved(this.#alignment, this.#moved, span) ?? findMoved(this.#alignment, span);
		const found = moved && this.#judgeMoved(span, moved);
		const isBeside = moved && fit && fit.kept >= 0.65 && isNear(moved.fit.place, fit.place);
		return found && isBeside ? { ...found, state: 'needs-review' } : found;
	}

	/** Out of order: `moved`, `needs-review`, or null. */
	#judgeMoved(span: Span, moved: MovedPlace): Anchored | null {
		const { fit, map, method, context, margin } = moved;
		if (fit.likeness < worthShowing) return null;
		const isTelling = !moved.isCommon && span.end - span.start >= tellingLength;
		const leastOfBoth = isTelling ? 0.5 : 0.75;
		const isHeld = method === 'moved-block' ? context >= 0.6 : context >= 0.75 && moved.worseContext >= leastOfBoth;
		const isLong = moved.isWithPassage || span.end - span.start >= 24 || moved.worseContext >= 0.4;
		const isSure = fit.likeness >= leastLikeness && isHeld && isLong && margin >= leastMovedMargin;
		const isWhole = keptAtEdges(this.#texts, map, span) >= leastAtEdges;
		const isInContext = moved.isWithPassage || !this.#isInOtherContext(span, moved);
		const isSame = isSure && isWhole && isInContext && !this.#isTorn(span, fit, map);
		const score = 0.55 * fit.likeness + 0.35 * context;
		return this.#answer(fit, map, { state: isSame ? 'moved' : 'needs-review', method, score, margin });
	}

	/** Something like it between the words that still stand on both sides. */
	#guess(span: Span): Anchored | null {
		const quote = this.#texts.old.slice(span.start, span.end);
		const from = this.#alignment.newBefore(span.start);
		const to = this.#alignment.newFrom(span.end);
		if (to < from || quote.length < 4 || to - from > 20_000) return null;
		const found = this.#search({ start: from, end: to }, quote, leastLikeness) ?? this.#searchBeside(from, to, quote);
		if (!found) return null;
		const { place } = found;
		const likeness = 1 - found.errors / quote.length;
		const fit = { place, errors: found.errors, likeness, kept: likeness };
		return this.#answer(fit, this.#alignment, {
			...{ state: 'needs-review', method: 'guess', score: 0.55 * likeness, margin: 0 },
		});
	}

	/** The very same words beside the gap: of two equal passages one may be gone, and nobody can tell which. */
	#searchBeside(from: number, to: number, quote: string): { place: Span; errors: number } | null {
		const near = { start: Math.max(0, from - besideReach), end: Math.min(this.#texts.new.length, to + besideReach) };
		return this.#search(near, quote, leastOfSame);
	}

	#search({ start, end }: Span, quote: string, least: number): { place: Span; errors: number } | null {
		const [found] = search(this.#texts.new.slice(start, end), quote, Math.floor(quote.length * (1 - least)));
		return found ? { place: { start: start + found.start, end: start + found.end }, errors: found.errors } : null;
	}

	/** Whether what stands there says something else, or an end of it is not what the mark was made on. */
	#isTorn(span: Span, fit: Fit, map: Correspondence): boolean {
		const place = toWordEdges(this.#texts.new, map, fit.place);
		const noise = noiseAround(this.#texts, map, span, this.#noise);
		return this.#isChanged(span, fit, map) || hasTornEnd({ alignment: this.#alignment, map, span, place, noise });
	}

	/**
	 * In its order, where what tells the passage went elsewhere, and a name or number beside is another one; or where the
	 * few words that a mark has of its first or last passage stand beside other names and numbers than they did.
	 */
	#isOnLookAlike(span: Span): boolean {
		const pieces = this.#piecesOf(span);
		return pieces.some((piece) => {
			const passage = this.#passageAround(piece);
			if (isVotedAway(this.#alignment, passage) && this.#isBesideOthers(piece, this.#alignment)) return true;
			const isShort = pieces.length > 1 && piece.end - piece.start < tellingLength;
			return isShort && isBesideOtherNames(this.#comparison(piece, this.#alignment), piece, passage);
		});
	}

	#comparison(span: Span, map: Correspondence): Comparison {
		return { old: this.#old, new: this.#new, map, noise: noiseAround(this.#texts, map, span, this.#noise) };
	}

	/** Of passages that were parted each may be by a look-alike of the other. */
	#piecesOf(span: Span): Span[] {
		const pieces = endPieces(this.#old.comparable.begins, span);
		return pieces.length > 0 ? pieces : [span];
	}

	/** Whether what stands right beside a stretch, in its passage, is not the same, or a name or number in it another one. */
	#isBesideOthers(piece: Span, map: Correspondence): boolean {
		const near = { start: Math.max(0, piece.start - 32), end: Math.min(this.#texts.old.length, piece.end + 32) };
		const own = this.#passageAround(piece);
		const around = { start: Math.max(near.start, own.start), end: Math.min(near.end, own.end) };
		const fit = fitOf(this.#texts, map, around);
		return fit === null || fit.likeness < leastLikeness || this.#isChanged(around, fit, map);
	}

	#isChanged(span: Span, fit: Fit, map: Correspondence): boolean {
		if (fit.errors === 0 && !this.#cutsWord(span)) return false;
		const comparison = this.#comparison(span, map);
		const isSuspect = hasOtherNames(comparison, this.#passageAround(span));
		return hasChangedWords({ ...comparison, isSuspect }, span, fit.place);
	}

	/** What stands beside a quotation in its passage, as far as it tells about it. */
	#passageAround({ start, end }: Span): Span {
		const { begins } = this.#old.comparable;
		let from = start;
		let to = end;
		while (start - from < besideLength && from > 0 && begins[from] !== 1) from -= 1;
		while (to - end < besideLength && to < begins.length && begins[to] !== 1) to += 1;
		return { start: from, end: to };
	}

	/**
	 * Out of its order, where only the quotation tells where it went or that is short, a name or number beside it that is
	 * another one tells that these are other words. Beside a passage that moved as a whole stand others, of course.
	 */
	#isInOtherContext(span: Span, { map, method }: MovedPlace): boolean {
		if (method === 'moved-block') {
			const pieces = this.#piecesOf(span);
			const isTelling = pieces.length === 1 && span.end - span.start >= tellingLength;
			return !isTelling && pieces.some((piece) => this.#isBesideOthers(piece, map));
		}
		const { start, end } = this.#passageAround(span);
		const around = {
			start: Math.max(0, Math.min(start, span.start - 32)),
			end: Math.min(this.#texts.old.length, Math.max(end, span.end + 32)),
		};
		const fit = fitOf(this.#texts, map, around);
		return fit === null || this.#isChanged(around, fit, map);
	}

	#cutsWord({ start, end }: Span): boolean {
		const { old } = this.#texts;
		return (isWord(old, start - 1) && isWord(old, start)) || (isWord(old, end - 1) && isWord(old, end));
	}

	#answer(fit: Fit, map: Correspondence, rest: Omit<Anchored, 'range'>): Anchored {
		const place = trimSpace(this.#texts.new, toWordEdges(this.#texts.new, map, fit.place));
		if (place.start >= place.end) return nowhere;
		return { ...rest, range: this.#new.stream.rangeOf(rawSpan(this.#new.folded, place)) };
	}
}

/** Too near to speak of moving: a look-alike that came in beside the words, or was there before. */
function isNear(a: Span, b: Span): boolean {
	const reach = 400 + Math.max(a.end - a.start, b.end - b.start);
	return a.start < b.end + reach && b.start < a.end + reach;
}

/** Units that were read into the edge of a word belong to it. */
function toWordEdges(text: string, map: Correspondence, { start, end }: Span): Span {
	const isGrown = (at: number) => map.oldAt(at) < 0 && /\p{L}/u.test(text.charAt(at));
	let from = start;
	let to = end;
	while (start - from < 3 && from > 0 && isGrown(from - 1)) from -= 1;
	while (to - end < 3 && to < text.length && isGrown(to)) to += 1;
	return { start: from, end: to };
}

function isWord(text: string, at: number): boolean {
	return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function trimSpace(text: string, { start, end }: Span): Span {
	let from = start;
	let to = end;
	while (from < to && text.charAt(from) === ' ') from += 1;
	while (to > from && text.charAt(to - 1) === ' ') to -= 1;
	return { start: from, end: to };
}
