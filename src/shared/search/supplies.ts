import type { RangedBytes } from './packed/segment.ts';

/** Where a passage stands. */
export interface PassagePlace {
	editionId: string;
	ordinal: number;
}

/** The archive, as far as segments need it. */
export interface SupplySource {
	/** Pages of a segment, `pageBytes` each but for the last. */
	pages(segmentId: string, numbers: number[]): Promise<Uint8Array[]>;
	/** In the order of the places; null where there is no such passage. */
	texts(places: PassagePlace[]): Promise<(string | null)[]>;
}

/**
 * What of segments is held in memory: what was read last. Searching never waits; what it misses is noted, fetched all
 * together, and then it is searched again.
 */
export interface Supplies {
	/** Whether something was asked for that is not here. */
	readonly isWaiting: boolean;
	/** Fetches what was asked for. Rejects when the source does; then it has to be asked for again. */
	fetch(): Promise<void>;
	/** Lets go of what was read longest ago. Between two searches only: one may need more than is kept. */
	tidy(): void;
	/** Null when it has to be fetched first; '' for a passage that is not there. */
	textOf(place: PassagePlace): string | null;
	/** Bytes of a segment, which begin with the page `firstPage`. */
	rangedBytes(segmentId: string, firstPage: number, length: number): RangedBytes;
}

export const pageBytes = 1 << 16;
const mostPages = 768;
const mostTexts = 4096;

export function createSupplies(source: SupplySource): Supplies {
	const pages = new Map<string, Uint8Array>();
	const texts = new Map<string, string>();
	let wantedPages = new Map<string, Set<number>>();
	let wantedTexts = new Map<string, PassagePlace>();

	function keep<V>(kept: Map<string, V>, key: string, value: V): void {
		kept.delete(key);
		kept.set(key, value);
	}
	function trim(kept: Map<string, unknown>, most: number): void {
		let over = kept.size - most;
		for (const key of kept.keys()) {
			if (over <= 0) return;
			kept.delete(key);
			over -= 1;
		}
	}
	function pageOf(segmentId: string, number: number): Uint8Array | null {
		const key = `${segmentId} ${number}`;
		const page = pages.get(key);
		if (page) {
			keep(pages, key, page);
			return page;
		}
		wantedPages.set(segmentId, (wantedPages.get(segmentId) ?? new Set()).add(number));
		return null;
	}
	async function fetchPages(): Promise<void> {
		const wanted = wantedPages;
		wantedPages = new Map();
		for (const [segmentId, numbers] of wanted) {
			const list = [...numbers].sort((one, other) => one - other);
			const fetched = await source.pages(segmentId, list);
			for (const [at, number] of list.entries())
				keep(pages, `${segmentId} ${number}`, fetched[at] ?? new Uint8Array(0));
		}
	}
	async function fetchTexts(): Promise<void> {
		const wanted = wantedTexts;
		wantedTexts = new Map();
		if (wanted.size === 0) return;
		const fetched = await source.texts([...wanted.values()]);
		for (const [at, key] of [...wanted.keys()].entries()) keep(texts, key, fetched[at] ?? '');
	}
	return {
		get isWaiting() {
			return wantedPages.size > 0 || wantedTexts.size > 0;
		},
		async fetch() {
			await Promise.all([fetchPages(), fetchTexts()]);
		},
		tidy() {
			trim(pages, mostPages);
			trim(texts, mostTexts);
		},
		textOf(place) {
			const key = `${place.editionId} ${place.ordinal}`;
			const text = texts.get(key);
			if (text !== undefined) {
				keep(texts, key, text);
				return text;
			}
			wantedTexts.set(key, place);
			return null;
		},
		rangedBytes: (segmentId, firstPage, length) => ({
			view(start, end) {
				if (start === end) return new Uint8Array(0);
				const first = Math.floor(start / pageBytes);
				const last = Math.floor((Math.min(end, length) - 1) / pageBytes);
				const parts: Uint8Array[] = [];
				for (let number = first; number <= last; number++) {
					const page = pageOf(segmentId, firstPage + number);
					if (page) parts.push(page);
				}
				if (parts.length <= last - first) return null;
				return cut(parts, start - first * pageBytes, end - start);
			},
		}),
	};
}

function cut(parts: readonly Uint8Array[], from: number, length: number): Uint8Array {
	const [only] = parts;
	if (only && parts.length === 1) return only.subarray(from, from + length);
	const bytes = new Uint8Array(length);
	let [at, skipped] = [0, from];
	for (const part of parts) {
		const piece = part.subarray(skipped, skipped + length - at);
		bytes.set(piece, at);
		at += piece.length;
		skipped = 0;
	}
	return bytes;
}
