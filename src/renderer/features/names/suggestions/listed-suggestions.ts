import type { Name } from '#shared/domain/name.ts';
import { candidateEvidences, type FoundCandidate, type RejectedName } from '#shared/domain/name-suggestion.ts';
import { candidateKey } from '#shared/name-suggestions/candidate-key.ts';
import { mainSpelling, placeKeysIn } from '#shared/name-suggestions/candidate-tally.ts';
import { familyNames } from '#shared/search/mentions/family-names.ts';

/** All that was found, or what was found for one reason. */
export const suggestionFilters = ['all', ...candidateEvidences] as const;
export type SuggestionFilter = (typeof suggestionFilters)[number];

const keysOfName = new WeakMap<Name, readonly string[]>();

/** What is a form of a name already: worked out once for each name as it is. */
function keysOfNames(names: readonly Name[]): Set<string> {
	return new Set(
		names.flatMap((name) => {
			const keys = keysOfName.get(name) ?? name.forms.map(({ text }) => candidateKey(text));
			keysOfName.set(name, keys);
			return keys;
		}),
	);
}

/** Whether the words were met only as a part of longer names that are there already; not asked of what was met often. */
function isWithinNames({ key, examples, count }: FoundCandidate, names: readonly Name[]): boolean {
	if (count > examples.length) return false;
	const longer = names.flatMap(({ forms }) => forms).filter(({ text }) => candidateKey(text).includes(key));
	return examples.every(({ context, start, end }) =>
		longer.some(({ text }) => {
			for (let at = context.indexOf(text); at >= 0 && at <= start; at = context.indexOf(text, at + 1))
				if (at + text.length >= end) return true;
			return false;
		}),
	);
}

/** The last words of persons, those that are only suggested too. */
function familyKeys(candidates: readonly FoundCandidate[], names: readonly Name[]): Set<string> {
	const persons = candidates.filter(({ kind, key }) => kind === 'person' && key.includes(' '));
	return new Set([
		...persons.map(({ key }) => key.slice(key.lastIndexOf(' ') + 1)),
		...names.flatMap((name) => familyNames(name).map(candidateKey)),
	]);
}

/** One word with a capital looks like a place, unless somebody in the texts is called so. */
function isFamilyAlone({ key, evidence, kind }: FoundCandidate, families: ReadonlySet<string>): boolean {
	return evidence === 'capitals' && kind === 'place' && families.has(key);
}

/** Places of the archive, and those that are only suggested too. */
function placeKeys(candidates: readonly FoundCandidate[], names: readonly Name[]): Set<string> {
	const found = candidates.filter(({ kind, key }) => kind === 'place' && !key.includes(' '));
	return new Set([
		...found.map(({ key }) => key),
		...names.flatMap((name) => (name.kind === 'place' ? (keysOfName.get(name) ?? []) : [])),
	]);
}

const shortestPlace = 4;

/** `Samplander`, where there is a `Sampland`. */
function isOfPlace(candidate: FoundCandidate, places: ReadonlySet<string>): boolean {
	if (candidate.evidence !== 'capitals' || candidate.key.includes(' ')) return false;
	const keys = placeKeysIn(mainSpelling(candidate));
	return keys.some((key) => key.length >= shortestPlace && key !== candidate.key && places.has(key));
}

/** What is no name yet and was not rejected, the surest and most frequent first. */
export function listedSuggestions(
	candidates: Iterable<FoundCandidate>,
	names: readonly Name[],
	rejected: readonly RejectedName[],
): FoundCandidate[] {
	const known = keysOfNames(names);
	for (const { text } of rejected) known.add(candidateKey(text));
	const ids = new Set<string>(names.map(({ id }) => id));
	const all = [...candidates];
	const families = familyKeys(all, names);
	const places = placeKeys(all, names);
	return all
		.map((candidate) => (isFamilyAlone(candidate, families) ? { ...candidate, kind: 'person' as const } : candidate))
		.filter(({ key, knownId }) => !known.has(key) && (knownId === undefined || !ids.has(knownId)))
		.filter((candidate) => !isWithinNames(candidate, names) && !isOfPlace(candidate, places))
		.sort(
			(one, other) =>
				candidateEvidences.indexOf(one.evidence) - candidateEvidences.indexOf(other.evidence) ||
				other.count - one.count ||
				(one.key < other.key ? -1 : 1),
		);
}
