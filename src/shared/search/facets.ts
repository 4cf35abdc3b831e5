import type { Engine } from './engine.ts';
import { countFacets, type FacetCounting, isNarrowing } from './facet-counting.ts';
import { kindOfCode } from './query/answers.ts';
import { type Matches, placesWhere, rowsOfMatches } from './query/evaluate-query.ts';
import type { MatchKind, SearchFacets, SearchQuery } from './search-query.ts';

export interface Narrowed extends ReturnType<FacetCounting['finish']> {
	kept: Matches;
	facets: SearchFacets;
}

/**
 * Keeps the matches that pass every selection, and counts each facet over those that pass all the others. Documents of
 * one group have all facets alike: a million passages are some thousand groups.
 *
 * @param titleOf what an owner is called, for facets whose values are owners
 */
export function narrow(
	engine: Engine,
	matches: Matches,
	query: SearchQuery,
	titleOf: (ownerId: string) => string | undefined,
): Narrowed {
	if (query.counts === 'nothing' && !isNarrowing(query)) return uncounted(matches, query);
	const counts = new Uint32Array(engine.groupLimit);
	const numbers: number[] = [];
	for (const group of matches.groups) {
		const before = counts[group] as number;
		if (before === 0) numbers.push(group);
		counts[group] = before + 1;
	}
	const passing = new Uint8Array(engine.groupLimit);
	const counting = countFacets(query);
	for (const group of numbers) {
		if (counting.add(engine.factsOf(group), counts[group] as number)) passing[group] = 1;
	}
	const passingRows = () => placesWhere(matches.groups, (group) => passing[group] === 1);
	const kept = numbers.every((group) => passing[group] === 1) ? matches : rowsOfMatches(matches, passingRows());
	const { facets, ...counted } = counting.finish(titleOf);
	return { kept, ...counted, facets: { ...facets, hows: countKinds(kept) } };
}

function uncounted(matches: Matches, query: SearchQuery): Narrowed {
	const { facets, ...counted } = countFacets(query).finish(() => undefined);
	return { kept: matches, ...counted, facets: { ...facets, hows: {} } };
}

function countKinds({ kinds }: Matches): Partial<Record<MatchKind, number>> {
	const byCode = new Uint32Array(256);
	for (const code of kinds) byCode[code] = (byCode[code] as number) + 1;
	const hows: Partial<Record<MatchKind, number>> = {};
	for (const [code, count] of byCode.entries()) {
		const how = count > 0 ? kindOfCode(code) : null;
		if (how) hows[how] = count;
	}
	return hows;
}
