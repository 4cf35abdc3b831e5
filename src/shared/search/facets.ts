import { longestSpan } from './date-years.ts';
import type { Engine } from './engine.ts';
import type { DocumentFacts } from './index-part.ts';
import { type Matches, rowsOfMatches } from './query/evaluate-query.ts';
import type { FacetCount, SearchFacets, SearchQuery, YearSpan } from './search-query.ts';

/** Groups of documents that matched: how many of each, and whether they pass. */
interface Groups {
	numbers: number[];
	/** By number. */
	counts: Uint32Array;
	passing: Uint8Array;
}

/**
 * Keeps the matches that pass every selection, and counts each facet over those that pass all the others. Documents of
 * one group have all facets alike: a million passages are some thousand groups.
 */
export function narrow(
	engine: Engine,
	matches: Matches,
	query: SearchQuery,
): { kept: Matches; facets: SearchFacets; recordCount: number } {
	const counts = new Uint32Array(engine.groupLimit);
	const numbers: number[] = [];
	for (const group of matches.groups) {
		const before = counts[group] as number;
		if (before === 0) numbers.push(group);
		counts[group] = before + 1;
	}
	const groups = { numbers, counts, passing: new Uint8Array(engine.groupLimit) };
	const { facets, recordCount } = countFacets(engine, groups, testsOf(query));
	if (numbers.every((group) => groups.passing[group] === 1)) return { kept: matches, facets, recordCount };
	const rows: number[] = [];
	for (let row = 0; row < matches.groups.length; row++) {
		if (groups.passing[matches.groups[row] as number] === 1) rows.push(row);
	}
	return { kept: rowsOfMatches(matches, rows), facets, recordCount };
}

/** Notes in `groups` which of them pass. */
function countFacets(engine: Engine, groups: Groups, tests: Tests): { facets: SearchFacets; recordCount: number } {
	const counts = createFacetCounts();
	const records = new Set<string>();
	for (const group of groups.numbers) {
		const count = groups.counts[group] as number;
		const facts = engine.factsOf(group);
		const failed = failedTest(tests, facts);
		if (failed !== 'several') counts.add(facts, count, failed);
		if (failed !== null) continue;
		groups.passing[group] = 1;
		if (facts.document.kind !== 'name') records.add(facts.owner.owner.id);
	}
	return { recordCount: records.size, facets: counts.finish() };
}

interface FacetCounts {
	/** @param only the one facet that these documents count in; null for all */
	add(facts: DocumentFacts, count: number, only: FacetName | null): void;
	finish(): SearchFacets;
}

function createFacetCounts(): FacetCounts {
	const kinds = new Map<string, number>();
	const recordKinds = new Map<string, number>();
	const languages = new Map<string, number>();
	const years = new Map<number, number>();
	let undated = 0;
	return {
		add({ document, owner }, count, only) {
			const isCounted = (name: FacetName) => only === null || only === name;
			const { recordKind } = owner.owner;
			if (isCounted('kinds')) add(kinds, document.kind, count);
			if (isCounted('recordKinds') && recordKind !== '') add(recordKinds, recordKind, count);
			if (isCounted('languages')) add(languages, document.language || 'und', count);
			if (!isCounted('dates')) return;
			if (owner.years) addYears(years, owner.years, count);
			else undated += count;
		},
		finish: () => ({
			kinds: byCount(kinds),
			recordKinds: byCount(recordKinds),
			languages: byCount(languages),
			years: [...years].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year),
			undated,
		}),
	};
}

const facetNames = ['kinds', 'recordKinds', 'languages', 'dates'] as const;
type FacetName = (typeof facetNames)[number];

function testsOf({ kinds, recordKinds, languages, dates }: SearchQuery): Tests {
	const isAmong = (chosen: readonly string[] | undefined, facetOf: (facts: DocumentFacts) => string) => {
		if (!chosen || chosen.length === 0) return () => true;
		const values = new Set(chosen);
		return (facts: DocumentFacts) => values.has(facetOf(facts));
	};
	return {
		kinds: isAmong(kinds, ({ document }) => document.kind),
		recordKinds: isAmong(recordKinds, ({ owner }) => owner.owner.recordKind),
		languages: isAmong(languages, ({ document }) => document.language || 'und'),
		dates: ({ owner: { years } }) => !dates || (years !== null && years.from <= dates.to && years.to >= dates.from),
	};
}

type Tests = Record<FacetName, (facts: DocumentFacts) => boolean>;

function failedTest(tests: Tests, facts: DocumentFacts): FacetName | 'several' | null {
	let failed: FacetName | null = null;
	for (const name of facetNames) {
		if (tests[name](facts)) continue;
		if (failed) return 'several';
		failed = name;
	}
	return failed;
}

function addYears(counts: Map<number, number>, { from, to }: YearSpan, count: number): void {
	for (let year = from; year <= to && year < from + longestSpan; year++) add(counts, year, count);
}

function add<K>(counts: Map<K, number>, value: K, count: number): void {
	counts.set(value, (counts.get(value) ?? 0) + count);
}

function byCount(counts: ReadonlyMap<string, number>): FacetCount[] {
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
