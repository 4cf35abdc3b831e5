import type { Anchored } from '#shared/text/anchor/reanchor.ts';
import { type PassageText, type Span, TextStream } from '#shared/text/anchor/text-stream.ts';
import type { Mark } from './marks.ts';
import type { Revision } from './revision.ts';

/** What should become of a mark. */
export type Truth =
	/**
	 * Its words are there; one of them is another name or number now; a word or more of them is gone, or others came
	 * between them. `places` are those of its own units, ascending.
	 */
	{ fate: 'kept' | 'changed' | 'partly'; place: Span; places: readonly number[] } | { fate: 'deleted'; place: null };

/** Ends may be off by this many units: which of two equal letters was left out is nobody's to know. */
const tolerance = 4;

/** Noise takes or brings a character here and there; this many together are a word. */
const wordLength = 5;

export function truthOf({ newAt, isOther }: Revision, { span }: Mark): Truth {
	const found: number[] = [];
	let longestLoss = 0;
	let loss = 0;
	for (let at = span.start; at < span.end; at += 1) {
		const place = newAt[at] ?? -1;
		loss = place < 0 ? loss + 1 : 0;
		longestLoss = Math.max(longestLoss, loss);
		if (place >= 0) found.push(place);
	}
	if (found.length === 0) return { fate: 'deleted', place: null };
	found.sort((a, b) => a - b);
	const longestGain = Math.max(0, ...found.map((place, at) => (found[at + 1] ?? place + 1) - place - 1));
	const place = { start: found[0] ?? 0, end: (found.at(-1) ?? 0) + 1 };
	const isWhole = longestLoss < wordLength && longestGain < wordLength;
	if (isOther.subarray(span.start, span.end).includes(1)) return { fate: 'changed', place, places: found };
	return { fate: isWhole ? 'kept' : 'partly', place, places: found };
}

/** How many marks came out how. */
export class Tally {
	kept = 0;
	right = 0;
	/** Placed or moved, without a word, on other words than their own. */
	wrong = 0;
	review = 0;
	missed = 0;
	deleted = 0;
	deletedPlaced = 0;
	changed = 0;
	changedPlaced = 0;
	partly = 0;

	/** Marks that are silently on wrong words, of all: on others, or on their own that say something else now. */
	get silentlyWrong(): number {
		return this.wrong + this.changedPlaced;
	}

	get all(): number {
		return this.kept + this.deleted + this.changed + this.partly;
	}

	/** Counts one mark, and says whether it came out as it should. */
	add(truth: Truth, state: Anchored['state'], place: Span | null): 'wrong' | 'missed' | 'fine' {
		const isPlaced = state === 'placed' || state === 'moved';
		const isRight = isPlaced && truth.place !== null && place !== null && isNear(truth.place, place);
		this[truth.fate] += 1;
		if (truth.fate === 'kept') return this.#addKept(state, isRight);
		if (!isPlaced || (truth.fate === 'partly' && (isRight || isAmong(truth.places, place)))) return 'fine';
		if (truth.fate === 'deleted') this.deletedPlaced += 1;
		else if (truth.fate === 'changed') this.changedPlaced += 1;
		else this.wrong += 1;
		return 'wrong';
	}

	#addKept(state: Anchored['state'], isRight: boolean): 'wrong' | 'missed' | 'fine' {
		if (isRight) this.right += 1;
		else if (state === 'needs-review') this.review += 1;
		else if (state === 'unplaced') this.missed += 1;
		else this.wrong += 1;
		if (isRight) return 'fine';
		return state === 'placed' || state === 'moved' ? 'wrong' : 'missed';
	}
}

function isNear(a: Span, b: Span): boolean {
	return Math.abs(a.start - b.start) <= tolerance && Math.abs(a.end - b.end) <= tolerance;
}

/** On nothing but its own words, though not on all that are left of them: some went elsewhere. */
function isAmong(places: readonly number[], place: Span | null): boolean {
	if (!place) return false;
	const own = places.filter((at) => at >= place.start && at < place.end).length;
	return place.end - place.start - own < wordLength;
}

/** The span of a range in the stream of its passages. */
export function spanIn(passages: readonly PassageText[], range: Anchored['range']): Span | null {
	return range && new TextStream(passages).spanOf(range);
}
