import region from '#names/region.json' with { type: 'json' };
import { derivedId, type NameId } from '../domain/ids.ts';

export const knownKinds = ['place', 'organisation', 'given-name', 'surname'] as const;
export type KnownKind = (typeof knownKinds)[number];

/** As it stands in resources/names: texts by language (BCP 47), the first of a language being the usual one. */
export interface KnownEntry {
	/** Unique in the table, and never another's. */
	id: string;
	kind: KnownKind;
	/** A place with names of two sides: none of them is the main one, and they stand by their letters. */
	isTwoSided?: boolean;
	forms: Partial<Record<string, readonly string[]>>;
	/** Names that are not used any more, and what was written in a former alphabet. */
	former?: Partial<Record<string, readonly string[]>>;
}

export const knownEntries = region as readonly KnownEntry[];

/** Of the name that an archive has when the entry is added to it: the same everywhere. */
export function idOfKnown({ id }: KnownEntry): NameId {
	return derivedId<NameId>('known-forms', id);
}

let groups: { id: NameId; forms: string[] }[] | null = null;

/** The table for the search, which asks only which forms are one name's. Made when it is first asked for. */
export function knownGroups(): { id: NameId; forms: string[] }[] {
	groups ??= knownEntries.map((entry) => ({
		id: idOfKnown(entry),
		forms: [entry.forms, entry.former ?? {}].flatMap((texts) => Object.values(texts).flatMap((list = []) => list)),
	}));
	return groups;
}
