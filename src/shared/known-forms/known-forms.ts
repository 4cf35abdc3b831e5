import region from '#names/region.json' with { type: 'json' };
import { derivedId, type NameId } from '../domain/ids.ts';
import {
	displayForm,
	type FormKind,
	type NameFields,
	type NameForm,
	type NameKind,
	scriptOfForm,
} from '../domain/name.ts';
import { message } from '../messages/messages.ts';

export const knownKinds = ['place', 'organisation', 'given-name', 'surname'] as const;
export type KnownKind = (typeof knownKinds)[number];

/** As it stands in resources/names: texts by language (BCP 47), the first of a language being the usual one. */
interface Entry {
	/** Unique in the table, and never another's. */
	id: string;
	kind: KnownKind;
	/** A place with names of two sides: none of them is the main one, and they stand by their letters. */
	isTwoSided?: boolean;
	forms: Partial<Record<string, readonly string[]>>;
	/** Names that are not used any more, and what was written in a former alphabet. */
	former?: Partial<Record<string, readonly string[]>>;
}

/** A name of the table that comes with Lectern: all its forms, and nothing else about it. */
export interface KnownForms {
	/** Of the name that an archive has when the entry is added to it: the same everywhere. */
	id: NameId;
	kind: KnownKind;
	isTwoSided: boolean;
	forms: NameForm[];
}

let all: readonly KnownForms[] | null = null;
let groups: { id: NameId; forms: string[] }[] | null = null;

/** Names of the region and of those it deals with, in all scripts. Made when it is first asked for. */
export function knownForms(): readonly KnownForms[] {
	all ??= (region as readonly Entry[]).map((entry) => ({
		id: derivedId<NameId>('known-forms', entry.id),
		kind: entry.kind,
		isTwoSided: entry.isTwoSided === true,
		forms: [
			...formsOf(entry.forms, (place) => (place === 0 && !entry.isTwoSided ? 'main' : 'variant')),
			...formsOf(entry.former ?? {}, () => 'former'),
		],
	}));
	return all;
}

/** The same for the search, which asks only which forms are one name's. */
export function knownGroups(): { id: NameId; forms: string[] }[] {
	groups ??= knownForms().map(({ id, forms }) => ({ id, forms: forms.map(({ text }) => text) }));
	return groups;
}

/** What the name is called in a list. A place with names of two sides has both. */
export function knownTitle({ forms, isTwoSided }: KnownForms, language: string): string {
	if (!isTwoSided) return displayForm({ forms }, language);
	const own = forms.filter((form) => form.language === language && form.kind !== 'former');
	return own.length > 0 ? own.map(({ text }) => text).join(' / ') : displayForm({ forms }, language);
}

/** What an archive gets when the entry is added to it. */
export function fieldsOfKnown({ kind, forms }: KnownForms): NameFields {
	return { kind: nameKindOf(kind), forms, description: '', source: '' };
}

/** A given name or a surname by itself is kept as a person's. */
export function nameKindOf(kind: KnownKind): NameKind {
	return kind === 'place' || kind === 'organisation' ? kind : 'person';
}

function formsOf(texts: Entry['forms'], kindAt: (place: number) => FormKind): NameForm[] {
	const source = message('names.known.source');
	return Object.entries(texts).flatMap(([language, list = []]) =>
		list.map((text, place) => ({ text, script: scriptOfForm(text), language, kind: kindAt(place), source })),
	);
}
