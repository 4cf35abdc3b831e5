import { longestSpan } from './date-years.ts';
import type { StoredDocument } from './document-store.ts';
import type { Match } from './evaluate.ts';
import type { FacetCount, SearchFacets, SearchQuery, YearSpan } from './search-query.ts';

/** Keeps the matches that pass every selection, and counts each facet over those that pass all the others. */
export function narrow(matches: readonly Match[], query: SearchQuery): { kept: Match[]; facets: SearchFacets } {
	const tests = testsOf(query);
	const counts = {
		kinds: new Map<string, number>(),
		recordKinds: new Map<string, number>(),
		languages: new Map<string, number>(),
		years: new Map<number, number>(),
	};
	let undated = 0;
	const kept = matches.filter(({ stored }) => {
		const failed = failedTest(tests, stored);
		if (failed === 'several') return false;
		const isCounted = (name: FacetName) => failed === null || failed === name;
		const { document, owner } = stored;
		if (isCounted('kinds')) count(counts.kinds, document.kind);
		if (isCounted('recordKinds') && owner.owner.recordKind !== '') count(counts.recordKinds, owner.owner.recordKind);
		if (isCounted('languages')) count(counts.languages, document.language || 'und');
		if (isCounted('dates')) {
			if (owner.years) countYears(counts.years, owner.years);
			else undated += 1;
		}
		return failed === null;
	});
	return {
		kept,
		facets: {
			kinds: byCount(counts.kinds),
			recordKinds: byCount(counts.recordKinds),
			languages: byCount(counts.languages),
			years: [...counts.years].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year),
			undated,
		},
	};
}

const facetNames = ['kinds', 'recordKinds', 'languages', 'dates'] as const;
type FacetName = (typeof facetNames)[number];

function testsOf({ kinds, recordKinds, languages, dates }: SearchQuery): Tests {
	const isAmong = (chosen: readonly string[] | undefined, facetOf: (stored: StoredDocument) => string) => {
		if (!chosen || chosen.length === 0) return () => true;
		const values = new Set(chosen);
		return (stored: StoredDocument) => values.has(facetOf(stored));
	};
	return {
		kinds: isAmong(kinds, ({ document }) => document.kind),
		recordKinds: isAmong(recordKinds, ({ owner }) => owner.owner.recordKind),
		languages: isAmong(languages, ({ document }) => document.language || 'und'),
		dates: ({ owner: { years } }) => !dates || (years !== null && years.from <= dates.to && years.to >= dates.from),
	};
}

type Tests = Record<FacetName, (stored: StoredDocument) => boolean>;

function failedTest(tests: Tests, stored: StoredDocument): FacetName | 'several' | null {
	let failed: FacetName | null = null;
	for (const name of facetNames) {
		if (tests[name](stored)) continue;
		if (failed) return 'several';
		failed = name;
	}
	return failed;
}

function countYears(counts: Map<number, number>, { from, to }: YearSpan): void {
	for (let year = from; year <= to && year < from + longestSpan; year++) count(counts, year);
}

function count<K>(counts: Map<K, number>, value: K): void {
	counts.set(value, (counts.get(value) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): FacetCount[] {
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
