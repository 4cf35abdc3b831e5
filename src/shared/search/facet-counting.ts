import { longestSpan } from './date-years.ts';
import { type FacetDefinition, facetDefinitions } from './facet-definitions.ts';
import type { DocumentFacts } from './index-part.ts';
import type { StoredOwner } from './owners.ts';
import {
	type FacetCount,
	type ListFacet,
	mostFacetValues,
	type SearchFacets,
	type SearchQuery,
	type SearchResult,
	type YearSpan,
} from './search-query.ts';

/** Facets by bit: those of the list in order, then the dates and the arrival. A hit is kept that fails in none. */
const datesBit = 1 << facetDefinitions.length;
const sinceBit = datesBit << 1;

export interface FacetCounting {
	/** Counts hits that have the same facts; whether they pass every selection. */
	add(facts: DocumentFacts, hits: number): boolean;
	/** @param titleOf what an owner is called, for facets whose values are owners */
	finish(titleOf: (ownerId: string) => string | undefined): Counted;
}

interface Counted {
	facets: Omit<SearchFacets, 'hows'>;
	/** Records among the owners of the hits that pass; names are not records. */
	recordCount: number;
	/** The same with their hits, where the query asks for them. */
	records: SearchResult['records'];
}

/** The hits of one owner: its values count as often as there are such hits, and are looked at once. */
interface Tally {
	isName: boolean;
	/** Bits of the selections that the owner does not meet by itself. */
	failed: number;
	passed: number;
	/** By bit, the hits that fail there and nowhere else. */
	failingOnly: Map<number, number>;
}

interface Selection {
	bit: number;
	definition: FacetDefinition;
	chosen: ReadonlySet<string>;
}

const numbered = facetDefinitions.map((definition, at) => ({ ...definition, at }));
const ofDocuments = numbered.flatMap(({ ofDocument, ...rest }) => (ofDocument ? [{ ...rest, ofDocument }] : []));
const ofOwners = numbered.flatMap(({ ofOwner, ...rest }) => (ofOwner ? [{ ...rest, ofOwner }] : []));

type Counts = readonly Map<string, number>[];

/** Counts each facet over the hits that pass the selections of all the others. */
export function countFacets(query: SearchQuery): FacetCounting {
	const selections = selectionsOf(query);
	const isCounted = query.counts === undefined;
	const counts: Counts = facetDefinitions.map(() => new Map<string, number>());
	const tallies = new Map<StoredOwner, Tally>();
	function tallyOf({ document, owner }: DocumentFacts): Tally {
		let tally = tallies.get(owner);
		if (!tally) {
			const failed = failedByOwner(owner, selections, query);
			tally = { isName: document.kind === 'name', failed, passed: 0, failingOnly: new Map() };
			tallies.set(owner, tally);
		}
		return tally;
	}
	return {
		add(facts, hits) {
			const tally = tallyOf(facts);
			const failed = tally.failed === 0 ? 0 : tally.failed & failedByDocument(facts, selections, query);
			const isSeveral = (failed & (failed - 1)) !== 0;
			if (isSeveral) return false;
			if (isCounted) countDocument(counts, facts, failed, hits);
			if (failed === 0) tally.passed += hits;
			else tally.failingOnly.set(failed, (tally.failingOnly.get(failed) ?? 0) + hits);
			return failed === 0;
		},
		finish(titleOf) {
			const dates = isCounted ? countOwners(counts, tallies) : { years: [], undated: 0 };
			const lists = facetDefinitions.map(({ name, isOfOwners }, at) => [
				name,
				listCounts(counts[at] ?? new Map(), query[name] ?? [], isOfOwners ? titleOf : undefined),
			]);
			const passing = [...tallies.values()].filter(({ passed, isName }) => passed > 0 && !isName);
			return {
				facets: { ...(Object.fromEntries(lists) as Record<ListFacet, FacetCount[]>), ...dates },
				recordCount: passing.length,
				records: query.counts === 'records' ? recordsOf(tallies) : [],
			};
		},
	};
}

/** Whether the query narrows what its words find. */
export function isNarrowing(query: SearchQuery): boolean {
	return selectionsOf(query).length > 0 || query.dates !== undefined || query.since !== undefined;
}

function selectionsOf(query: SearchQuery): Selection[] {
	return facetDefinitions.flatMap((definition, at) => {
		const chosen = query[definition.name] ?? [];
		return chosen.length > 0 ? [{ bit: 1 << at, definition, chosen: new Set(chosen) }] : [];
	});
}

function failedByOwner(
	{ owner, years }: StoredOwner,
	selections: readonly Selection[],
	{ dates, since }: SearchQuery,
): number {
	let failed = !dates || (years && years.from <= dates.to && years.to >= dates.from) ? 0 : datesBit;
	if (since) failed |= sinceBit;
	for (const { bit, definition, chosen } of selections) {
		if (!definition.ofOwner?.(owner).some((value) => chosen.has(value))) failed |= bit;
	}
	return failed;
}

function failedByDocument(facts: DocumentFacts, selections: readonly Selection[], { since }: SearchQuery): number {
	const { document } = facts;
	let failed = since && arrivalOf(facts) <= since ? datesBit | sinceBit : datesBit;
	for (const { bit, definition, chosen } of selections) {
		if (!definition.ofDocument?.(document).some((value) => chosen.has(value))) failed |= bit;
	}
	return failed;
}

/** When it came to be there: a passage with its text, a note by itself, anything else with its owner. */
function arrivalOf({ document, owner: { owner } }: DocumentFacts): string {
	return document.since ?? (document.kind === 'passage' ? owner.textSince : owner.since) ?? '';
}

/** Its own values; those that its owner has too are counted there. */
function countDocument(counts: Counts, { document, owner }: DocumentFacts, failed: number, hits: number): void {
	for (const { at, ofDocument, ofOwner } of ofDocuments) {
		if (failed !== 0 && failed !== 1 << at) continue;
		for (const value of ofDocument(document)) {
			if (!ofOwner?.(owner.owner).includes(value)) add(counts[at], value, hits);
		}
	}
}

function countOwners(
	counts: Counts,
	tallies: ReadonlyMap<StoredOwner, Tally>,
): Pick<SearchFacets, 'years' | 'undated'> {
	const years = new Map<number, number>();
	let undated = 0;
	for (const [stored, { passed, failingOnly }] of tallies) {
		const hitsFor = (bit: number) => (failingOnly.size === 0 ? passed : passed + (failingOnly.get(bit) ?? 0));
		for (const { at, ofOwner } of ofOwners) {
			const hits = hitsFor(1 << at);
			if (hits > 0) for (const value of ofOwner(stored.owner)) add(counts[at], value, hits);
		}
		const hits = hitsFor(datesBit);
		if (stored.years) addYears(years, stored.years, hits);
		else undated += hits;
	}
	const inOrder = [...years].map(([year, hits]) => ({ year, count: hits })).sort((one, other) => one.year - other.year);
	return { years: inOrder, undated };
}

function recordsOf(tallies: ReadonlyMap<StoredOwner, Tally>): SearchResult['records'] {
	return [...tallies]
		.flatMap(
			([
				{
					owner: { id, title, dateEdtf },
				},
				{ passed, isName },
			]) => (passed > 0 && !isName ? [{ id, title, dateEdtf, hits: passed }] : []),
		)
		.sort((one, other) => other.hits - one.hits || (one.id < other.id ? -1 : 1));
}

function addYears(counts: Map<number, number>, { from, to }: YearSpan, hits: number): void {
	if (hits === 0) return;
	for (let year = from; year <= to && year < from + longestSpan; year++) add(counts, year, hits);
}

function add<K>(counts: Map<K, number> | undefined, value: K, hits: number): void {
	counts?.set(value, (counts.get(value) ?? 0) + hits);
}

function listCounts(
	counts: ReadonlyMap<string, number>,
	chosen: readonly string[],
	titleOf: ((ownerId: string) => string | undefined) | undefined,
): FacetCount[] {
	const all = [...counts].map(([value, hits]): FacetCount => ({ value, count: hits }));
	all.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
	const first = all.slice(0, mostFacetValues);
	const shown = new Set(first.map(({ value }) => value));
	for (const value of new Set(chosen)) if (!shown.has(value)) first.push({ value, count: counts.get(value) ?? 0 });
	if (!titleOf) return first;
	return first.map((each) => ({ ...each, label: titleOf(each.value) ?? each.value }));
}
