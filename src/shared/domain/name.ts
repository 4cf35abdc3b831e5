import { majorityScript } from '../text/script.ts';
import type { NameId } from './ids.ts';
import { inSchemeOrder, type NameIdentifier } from './name-identifier.ts';
import { eachPoint, type PlaceCoordinates } from './place-coordinates.ts';

export const nameKinds = ['person', 'organisation', 'place', 'role'] as const;
export type NameKind = (typeof nameKinds)[number];

export const formKinds = ['main', 'variant', 'former', 'translated'] as const;
export type FormKind = (typeof formKinds)[number];

export interface NameForm {
	text: string;
	/** ISO 15924, of most letters: Latn, Cyrl, Armn, Geor, Arab, …; Zyyy where there are none. */
	script: string;
	/** BCP 47. */
	language: string;
	kind: FormKind;
	/** Where this form comes from; '' when nobody said. */
	source: string;
}

/** What a person writes of a name. */
export interface NameFields {
	kind: NameKind;
	/** In their order; at least one. */
	forms: NameForm[];
	description: string;
	/** Where the description comes from. */
	source: string;
	/** What authority files know it by; absent is none. */
	identifiers?: NameIdentifier[];
	/** Where a place is said to lie; absent is nowhere. */
	coordinates?: PlaceCoordinates[];
}

/** A person, organisation, place or unnamed role, with its forms in several scripts. */
export interface Name extends NameFields {
	id: NameId;
	/** In the order of their schemes. */
	identifiers: NameIdentifier[];
	/** From north to south. */
	coordinates: PlaceCoordinates[];
	/** Counts every change of the name, of its forms, identifiers and coordinates. */
	revision: number;
}

/** What points at names: it follows them when they are merged, and loses its end when they are removed. */
export interface NameUses {
	linkCount: number;
	eventCount: number;
}

/** What becomes of links when names are merged, to be said before. */
export interface MergePreview extends NameUses {
	/** Links between two of the names, which would lead from the one name to itself: they go. */
	linksBetween: number;
	/**
	 * Rings of parts that the merge closes: the others of each ring, by the forms that are shown. All their links stay, and
	 * it is for people to say which is wrong.
	 */
	rings: string[][];
}

const scriptCodes = { latin: 'Latn', cyrillic: 'Cyrl', armenian: 'Armn', georgian: 'Geor' } as const;
/** Scripts that the search does not widen, and that names are written in all the same. */
const otherScripts = {
	Arab: /\p{Script=Arabic}/gu,
	Hebr: /\p{Script=Hebrew}/gu,
	Grek: /\p{Script=Greek}/gu,
	Syrc: /\p{Script=Syriac}/gu,
	Deva: /\p{Script=Devanagari}/gu,
	Hani: /\p{Script=Han}/gu,
	Kana: /\p{Script=Katakana}/gu,
	Hang: /\p{Script=Hangul}/gu,
	Ethi: /\p{Script=Ethiopic}/gu,
} as const;

/** ISO 15924 of most letters of a form. */
export function scriptOfForm(text: string): string {
	const script = majorityScript(text.toLowerCase());
	if (script !== 'other') return scriptCodes[script];
	let [best, most] = ['Zyyy', 0];
	for (const [code, letters] of Object.entries(otherScripts)) {
		const count = text.match(letters)?.length ?? 0;
		if (count > most) [best, most] = [code, count];
	}
	return best;
}

/** The language that the letters of a form speak for, BCP 47: what a person most likely means, to be corrected. */
export function likelyLanguage(text: string): string {
	const letters = text.toLowerCase().normalize('NFC');
	switch (majorityScript(letters)) {
		case 'armenian':
			return 'hy';
		case 'georgian':
			return 'ka';
		case 'cyrillic':
			return /[әғҝҹһөү]/.test(letters) ? 'az-Cyrl' : 'ru';
		case 'latin':
			if (letters.includes('ə')) return 'az';
			if (/[ığş]/.test(letters)) return 'tr';
			return /[àâçèêëîïôùûœ]/.test(letters) ? 'fr' : 'en';
		case 'other':
			return 'und';
	}
}

/** Whether both are one form: the same letters in the same language, whatever else is said of them. */
export function isSameForm(one: Pick<NameForm, 'text' | 'language'>, other: Pick<NameForm, 'text' | 'language'>) {
	return one.language === other.language && one.text.normalize('NFC') === other.text.normalize('NFC');
}

/**
 * The forms of several names as those of one: none twice, the first name's first. A language has one main form, so that
 * what another name brings is a variant where the language has one already.
 */
export function mergedForms(names: readonly Pick<Name, 'forms'>[]): NameForm[] {
	const merged: NameForm[] = [];
	for (const form of names.flatMap(({ forms }) => forms)) {
		if (merged.some((known) => isSameForm(known, form))) continue;
		const isSecondMain = form.kind === 'main' && merged.some((known) => isMainOf(known, form.language));
		merged.push(isSecondMain ? { ...form, kind: 'variant' } : form);
	}
	return merged;
}

/** What is said of several names, as of one: every description that differs, in their order, and all sources. */
export function mergedDescription(
	names: readonly Pick<Name, 'description' | 'source'>[],
): Pick<Name, 'description' | 'source'> {
	const unique = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');
	return {
		description: unique(names.map(({ description }) => description)).join('\n\n'),
		source: unique(names.map(({ source }) => source)).join('; '),
	};
}

/** What the authority files know several names by, as those of one. */
export function mergedIdentifiers(names: readonly Pick<Name, 'identifiers'>[]): NameIdentifier[] {
	return inSchemeOrder(names.flatMap(({ identifiers }) => identifiers));
}

/** Where several names are said to lie, as one: all of it, also where it differs. */
export function mergedCoordinates(names: readonly Pick<Name, 'coordinates'>[]): PlaceCoordinates[] {
	return eachPoint(names.flatMap(({ coordinates }) => coordinates));
}

function isMainOf({ kind, language }: NameForm, asked: string): boolean {
	return kind === 'main' && language === asked;
}
