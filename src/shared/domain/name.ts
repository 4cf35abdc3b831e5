import type { NameId } from './ids.ts';

export const nameKinds = ['person', 'organisation', 'place', 'role'] as const;
export type NameKind = (typeof nameKinds)[number];

export const formKinds = ['main', 'variant', 'former', 'translated'] as const;

export interface NameForm {
	text: string;
	/** ISO 15924: Latn, Cyrl, Armn, Geor. */
	script: string;
	/** BCP 47. */
	language: string;
	kind: (typeof formKinds)[number];
	/** Where this form comes from; every form has one. */
	source: string;
}

/** A person, organisation, place or unnamed role, with its forms in several scripts. */
export interface Name {
	id: NameId;
	kind: NameKind;
	forms: NameForm[];
	description: string;
	/** Where the description comes from. */
	source: string;
	revision: number;
}

/** The form to show: the main one of the language, else the first main one, else the first. */
export function displayForm(name: Pick<Name, 'forms'>, language: string): string {
	const mains = name.forms.filter((form) => form.kind === 'main');
	return (mains.find((form) => form.language === language) ?? mains[0] ?? name.forms[0])?.text ?? '';
}
