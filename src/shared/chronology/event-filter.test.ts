import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContextRecord, EventContext } from './event-context.ts';
import { filterEvents, isNarrowed, noFilter } from './event-filter.ts';
import { placeEvents } from './placed-events.ts';
import { sampleEvent as event, sampleContext } from './testing/events.ts';

const record = (kind: string, languages: string[] = []): ContextRecord => ({
	...{ title: kind, kind, languages, holding: 'held', source: '', tagIds: [], collectionIds: [] },
});
const records = new Map([
	['r1', record('letter', ['hy'])],
	['r2', record('letter', ['ru'])],
	['r3', record('report')],
]) as unknown as EventContext['records'];
const events = [
	event('a', '2001', { kind: 'talks', recordIds: ['r1', 'r2'] as never }),
	event('b', '2002-05', { kind: 'talks', recordIds: ['r3'] as never }),
	event('c', '[2003..]', { kind: 'own' }),
	event('d', ''),
];
const context = { ...sampleContext(events), records };
const narrowed = (values: Record<string, string[]>, years = {}) => {
	const chosen = Object.fromEntries(Object.entries(values).map(([facet, list]) => [facet, new Set(list)]));
	const { events: passing, counts } = filterEvents(
		placeEvents(events),
		{ ...noFilter, values: chosen, ...years },
		context,
	);
	return { ids: passing.map((each) => each.event.id), counts };
};

test('values of one facet are alternatives, facets narrow each other, and records count an event once', () => {
	const all = narrowed({});
	expect(all.ids).toEqual(['a', 'b', 'c', 'd']);
	expect(all.counts.eventKinds).toEqual([
		{ value: 'talks', count: 2 },
		{ value: 'own', count: 1 },
	]);
	expect(all.counts.recordKinds).toEqual([
		{ value: 'letter', count: 1 },
		{ value: 'report', count: 1 },
	]);
	expect(narrowed({ recordKinds: ['letter', 'report'] }).ids).toEqual(['a', 'b']);
	expect(narrowed({ recordKinds: ['letter'], eventKinds: ['own'] }).ids).toEqual([]);
	expect(narrowed({ languages: ['und'] }).ids).toEqual(['b']);
});

test('each event counts once for each value of its records, however many events these have', () => {
	const choice = fc.array(fc.constantFrom('r1', 'r2', 'r3', 'gone'), { maxLength: 3 });
	fc.assert(
		fc.property(fc.array(fc.uniqueArray(fc.constantFrom('r1', 'r2', 'r3', 'gone'))), choice, (given, chosen) => {
			const many = given.map((recordIds, at) => event(`e${at}`, '2001', { recordIds: recordIds as never }));
			const languages = new Set(chosen.flatMap((id) => records.get(id as never)?.languages ?? []));
			const { counts } = filterEvents(placeEvents(many), { ...noFilter, values: { languages } }, context);
			const languagesOf = (recordIds: readonly string[]) =>
				new Set(recordIds.flatMap((id) => recordLanguages(records.get(id as never))));
			for (const { value, count } of counts.languages)
				expect(count).toBe(given.filter((recordIds) => languagesOf(recordIds).has(value)).length);
			const isLetter = (id: string) => records.get(id as never)?.kind === 'letter';
			const passing = given.filter(
				(recordIds) => languages.size === 0 || [...languagesOf(recordIds)].some((language) => languages.has(language)),
			);
			const letters = counts.recordKinds.find(({ value }) => value === ('letter' as never))?.count ?? 0;
			expect(letters).toBe(passing.filter((recordIds) => recordIds.some(isLetter)).length);
		}),
	);
});

function recordLanguages(of: ContextRecord | undefined): readonly string[] {
	if (!of) return [];
	return of.languages.length > 0 ? of.languages : ['und'];
}

test('a facet leaves its own choice aside, and keeps what is chosen', () => {
	const { counts } = narrowed({ recordKinds: ['letter'], languages: ['hy'] });
	expect(counts.languages.map(({ value }) => value)).toEqual(['hy', 'ru']);
	expect(narrowed({ eventKinds: ['gone'] }).counts.eventKinds).toContainEqual({ value: 'gone', count: 0 });
});

test('years let pass what may lie in them, and nothing without a place in time', () => {
	expect(narrowed({}, { fromYear: 2002 }).ids).toEqual(['b', 'c']);
	expect(narrowed({}, { toYear: 2002 }).ids).toEqual(['a', 'b']);
	expect(narrowed({}, { fromYear: 2010, toYear: 2010 }).ids).toEqual(['c']);
	expect(isNarrowed(noFilter)).toBe(false);
	expect(isNarrowed({ ...noFilter, toYear: 2000 })).toBe(true);
});
