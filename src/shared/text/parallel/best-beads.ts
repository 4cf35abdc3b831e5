import { Band } from './band.ts';
import { beadShapes, gapCosts, largestBead } from './bead-cost.ts';
import type { BeadCost } from './bead-costs.ts';

/** So many passages of each text, from where the bead before ended. */
export interface Bead {
	first: number;
	second: number;
}

/** Beads that cover both texts, and what all of them cost together. */
export interface Way {
	beads: Bead[];
	cost: number;
}

/**
 * The cheapest way through two texts in the order of both: the dynamic programme of Gale and Church, with gaps whose
 * beginning is dearer than their going on (Gotoh 1982). Only a band around the diagonal is looked at; where the way comes
 * to its edge the band is made twice as wide, so that what is left out of one text does not lead astray. Time and memory
 * grow as passages × width.
 */
export function bestBeads(first: number, second: number, cost: BeadCost): Way {
	for (let reach = 64 + 2 * Math.ceil(Math.sqrt(second)); ; reach *= 2) {
		const way = new Search(new Band(first, second, reach), cost).find();
		if (way) return way;
	}
}

/** What a cell was come to by, where the last bead is a gap. */
const skips = { first: 0, second: 1 } as const;
const isFromGap = 2;

/** One run of the programme. A cell is where a bead may end in both texts; it is come to with a gap last, or without. */
class Search {
	readonly #band: Band;
	readonly #cost: BeadCost;
	/** By cell: the shape of the last bead that is no gap, or -1. */
	readonly #paired: Int8Array;
	/** By cell: which text the gap skips, and whether that goes on. */
	readonly #skipped: Int8Array;
	/** By cell: 1 where it is cheaper with a gap last. */
	readonly #endsInGap: Uint8Array;
	/** Costs, of the rows that a bead can reach back to; a cell that no way leads to is infinitely dear. */
	readonly #withPair: Float64Array[];
	readonly #withGap: Float64Array[];

	constructor(band: Band, cost: BeadCost) {
		this.#band = band;
		this.#cost = cost;
		const cells = (band.first + 1) * band.width;
		this.#paired = new Int8Array(cells).fill(-1);
		this.#skipped = new Int8Array(cells).fill(-1);
		this.#endsInGap = new Uint8Array(cells);
		const rows = () => Array.from({ length: largestBead + 1 }, () => new Float64Array(band.width));
		this.#withPair = rows();
		this.#withGap = rows();
	}

	/** Null where the way comes to the edge of the band. */
	find(): Way | null {
		const { first, second, width } = this.#band;
		for (let end = 0; end <= first; end += 1) {
			const row = this.#rowOf(this.#withPair, end).fill(Number.POSITIVE_INFINITY);
			const gaps = this.#rowOf(this.#withGap, end).fill(Number.POSITIVE_INFINITY);
			const start = this.#band.startOf(end);
			if (end === 0) row[0] = 0;
			for (let at = 0; at < width; at += 1) {
				const cell = end * width + at;
				if (end > 0 || start + at > 0) {
					row[at] = this.#pair(end, start + at, cell);
					gaps[at] = this.#skip(end, start + at, cell);
				}
				if ((gaps[at] as number) < (row[at] as number)) this.#endsInGap[cell] = 1;
			}
		}
		const beads = this.#followBack();
		const last = second - this.#band.startOf(first);
		return (
			beads && { beads, cost: Math.min(this.#at(this.#withPair, first, last), this.#at(this.#withGap, first, last)) }
		);
	}

	#pair(end: number, otherEnd: number, cell: number): number {
		let best = Number.POSITIVE_INFINITY;
		for (let index = 0; index < beadShapes.length; index += 1) {
			const shape = beadShapes[index] as (typeof beadShapes)[number];
			const from = end - shape.first;
			if (from < 0 || otherEnd < shape.second) continue;
			const at = otherEnd - shape.second - this.#band.startOf(from);
			const before = Math.min(this.#at(this.#withPair, from, at), this.#at(this.#withGap, from, at));
			if (before >= best) continue;
			const reached = before + this.#cost(index, end, otherEnd);
			if (reached >= best) continue;
			best = reached;
			this.#paired[cell] = index;
		}
		return best;
	}

	#skip(end: number, otherEnd: number, cell: number): number {
		let best = Number.POSITIVE_INFINITY;
		const take = (from: number, otherFrom: number, way: number) => {
			if (from < 0 || otherFrom < 0) return;
			const at = otherFrom - this.#band.startOf(from);
			const begun = this.#at(this.#withPair, from, at) + gapCosts.begin;
			const gone = this.#at(this.#withGap, from, at) + gapCosts.goOn;
			if (Math.min(begun, gone) >= best) return;
			best = Math.min(begun, gone);
			this.#skipped[cell] = gone < begun ? way + isFromGap : way;
		};
		take(end - 1, otherEnd, skips.first);
		take(end, otherEnd - 1, skips.second);
		return best;
	}

	#rowOf(rows: readonly Float64Array[], end: number): Float64Array {
		return rows[end % rows.length] as Float64Array;
	}

	/** Infinite outside of the band. */
	#at(rows: readonly Float64Array[], end: number, at: number): number {
		return this.#rowOf(rows, end)[at] ?? Number.POSITIVE_INFINITY;
	}

	#followBack(): Bead[] | null {
		const { first, second, width } = this.#band;
		const beads: Bead[] = [];
		let [end, otherEnd] = [first, second];
		let isGap = this.#endsInGap[end * width + otherEnd - this.#band.startOf(end)] === 1;
		while (end > 0 || otherEnd > 0) {
			const cell = end * width + otherEnd - this.#band.startOf(end);
			if (this.#band.isAtEdge(end, otherEnd)) return null;
			const way = (isGap ? this.#skipped : this.#paired)[cell] as number;
			if (way < 0) return null;
			const bead = isGap ? gapOf(way) : (beadShapes[way] as Bead);
			beads.push({ first: bead.first, second: bead.second });
			end -= bead.first;
			otherEnd -= bead.second;
			const isChosen = this.#endsInGap[end * width + otherEnd - this.#band.startOf(end)] === 1;
			isGap = isGap ? way >= isFromGap : isChosen;
		}
		return beads.reverse();
	}
}

function gapOf(way: number): Bead {
	return way % isFromGap === skips.first ? { first: 1, second: 0 } : { first: 0, second: 1 };
}
