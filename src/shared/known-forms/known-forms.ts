import { displayForm } from '../domain/displayed-form.ts';
import type { NameId } from '../domain/ids.ts';
import { type FormKind, type NameFields, type NameForm, type NameKind, scriptOfForm } from '../domain/name.ts';
import { message } from '../messages/messages.ts';
import { idOfKnown, type KnownEntry, type KnownKind, knownEntries } from './known-groups.ts';

/** A name of the table that comes with Lectern: all its forms, and nothing else about it. */
export interface KnownForms {
	/** Of the name that an archive has when the entry is added to it: the same everywhere. */
	id: NameId;
	kind: KnownKind;
	isTwoSided: boolean;
	forms: NameForm[];
}

let all: readonly KnownForms[] | null = null;

/** Names of the region and of those it deals with, in all scripts. Made when it is first asked for. */
export function knownForms(): readonly KnownForms[] {
	all ??= knownEntries.map((entry) => ({
		id: idOfKnown(entry),
		kind: entry.kind,
		isTwoSided: entry.isTwoSided === true,
		forms: [
			...formsOf(entry.forms, (place) => (place === 0 && !entry.isTwoSided ? 'main' : 'variant')),
			...formsOf(entry.former ?? {}, () => 'former'),
		],
	}));
	return all;
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

function formsOf(texts: KnownEntry['forms'], kindAt: (place: number) => FormKind): NameForm[] {
	const source = message('names.known.source');
	return Object.entries(texts).flatMap(([language, list = []]) =>
		list.map((text, place) => ({ text, script: scriptOfForm(text), language, kind: kindAt(place), source })),
	);
}
