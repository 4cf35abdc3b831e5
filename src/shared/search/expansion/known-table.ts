import type { KnownNames } from '../expander.ts';
import { createAliases } from './aliases.ts';
import { createNamePhrases, type NamedSpan } from './name-phrases.ts';

/** The forms of one name that are known from elsewhere, beside the names of the archive. */
export interface KnownGroup {
	/** Of the archive's own name that stands in its place, where there is one. */
	id: string;
	forms: readonly string[];
}

/** The names of an archive that known groups stand beside. */
interface OwnNames extends KnownNames {
	has(id: string): boolean;
	/** The forms of each name. */
	groups: readonly (readonly string[])[];
}

/** Groups of forms that are known whatever the archive. */
export interface KnownTable {
	add(groups: readonly KnownGroup[]): void;
	/**
	 * The names of an archive with the known groups that hold in it. Its own go before them: one that stands in the place
	 * of a group, and several that part what a group takes for one.
	 */
	beside(own: OwnNames): KnownNames;
}

export function createKnownTable(): KnownTable {
	const groups: KnownGroup[] = [];
	const byForm = new Map<string, number[]>();
	const aliases = createAliases([]);
	const phrases = createNamePhrases([]);

	/** The groups that these names part: two of them have each a form of it that the other lacks. */
	function parted(names: OwnNames['groups']): Set<number> {
		const partsOf = new Map<number, Set<string>[]>();
		for (const forms of names) {
			const parts = new Map<number, Set<string>>();
			for (const form of forms.map(compared)) {
				for (const group of byForm.get(form) ?? []) parts.set(group, (parts.get(group) ?? new Set()).add(form));
			}
			for (const [group, part] of parts) partsOf.set(group, [...(partsOf.get(group) ?? []), part]);
		}
		return new Set([...partsOf].flatMap(([group, parts]) => (differ(parts) ? [group] : [])));
	}
	return {
		add(more) {
			for (const group of more) {
				const at = groups.push(group) - 1;
				for (const form of new Set(group.forms.map(compared))) byForm.set(form, [...(byForm.get(form) ?? []), at]);
				aliases.add(group.forms);
				phrases.add(group.forms);
			}
		},
		beside(own) {
			const overruled = parted(own.groups);
			groups.forEach(({ id }, at) => {
				if (own.has(id)) overruled.add(at);
			});
			return {
				aliases: {
					...own.aliases,
					othersOf: (word) => [...own.aliases.othersOf(word), ...aliases.othersOf(word, overruled)],
				},
				phrases: {
					...own.phrases,
					namesIn: (words) => joined([...own.phrases.namesIn(words), ...phrases.namesIn(words, overruled)]),
				},
			};
		},
	};
}

/** Words that are a name twice are answered by the other forms of both. */
function joined(found: readonly NamedSpan[]): NamedSpan[] {
	const spans = new Map<string, NamedSpan>();
	for (const span of found) {
		const place = `${span.start} ${span.end}`;
		const known = spans.get(place);
		spans.set(place, known ? { ...known, others: [...known.others, ...span.others] } : span);
	}
	return [...spans.values()];
}

function differ(parts: readonly Set<string>[]): boolean {
	return parts.some((one, at) => parts.slice(at + 1).some((other) => hasMore(one, other) && hasMore(other, one)));
}

function hasMore(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return [...one].some((form) => !other.has(form));
}

function compared(form: string): string {
	return form.normalize('NFC').toLowerCase();
}
