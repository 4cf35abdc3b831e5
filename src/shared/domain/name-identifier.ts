/** Authority files that most libraries link to, and a place for any other. */
export const identifierSchemes = ['viaf', 'wikidata', 'geonames', 'isni', 'other'] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

/** What an authority file knows a name by. It is text: Lectern never opens it. */
export interface NameIdentifier {
	scheme: IdentifierScheme;
	/** In the scheme's own form, without its address: `Q42`, `95218067`. For `other`, whatever was written. */
	value: string;
}

const forms: Record<Exclude<IdentifierScheme, 'other'>, RegExp> = {
	viaf: /^[1-9]\d{0,21}$/,
	wikidata: /^Q[1-9]\d{0,14}$/,
	geonames: /^[1-9]\d{0,9}$/,
	isni: /^\d{15}[\dX]$/,
};

/** Addresses under which people find them, of which the identifier is the part in parentheses. */
const addresses: Record<Exclude<IdentifierScheme, 'other'>, RegExp> = {
	viaf: /^(?:https?:\/\/)?(?:www\.)?viaf\.org\/viaf\/(\d+)\/?$/i,
	wikidata: /^(?:https?:\/\/)?(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)\/?$/i,
	geonames: /^(?:https?:\/\/)?(?:www\.|sws\.)?geonames\.org\/(\d+)(?:\/[^?#]*)?$/i,
	isni: /^(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?([\dX ]+)\/?$/i,
};

const known = ['viaf', 'wikidata', 'geonames', 'isni'] as const;

/**
 * What a person wrote or pasted, as an identifier: an address gives its scheme away, and so does a `Q`. Null where it is
 * none of the scheme that was chosen.
 */
export function readIdentifier(written: string, chosen: IdentifierScheme): NameIdentifier | null {
	const text = written.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	if (text === '') return null;
	for (const scheme of known) {
		const [, value] = addresses[scheme].exec(text) ?? [];
		if (value !== undefined) return checked(scheme, value);
	}
	return chosen === 'other' ? { scheme: 'other', value: text } : checked(chosen, text);
}

export function isSameIdentifier(one: NameIdentifier, other: NameIdentifier): boolean {
	return one.scheme === other.scheme && one.value === other.value;
}

/** In the order of the schemes, then of their values; each once. */
export function inSchemeOrder(identifiers: readonly NameIdentifier[]): NameIdentifier[] {
	const each = new Map(identifiers.map((identifier) => [`${identifier.scheme} ${identifier.value}`, identifier]));
	return [...each.values()].sort(
		(one, other) =>
			identifierSchemes.indexOf(one.scheme) - identifierSchemes.indexOf(other.scheme) ||
			(one.value < other.value ? -1 : 1),
	);
}

function checked(scheme: Exclude<IdentifierScheme, 'other'>, written: string): NameIdentifier | null {
	const value = written.replace(/[ -]/g, '').toUpperCase();
	if (!forms[scheme].test(value)) return null;
	return scheme === 'isni' && !hasIsniCheck(value) ? null : { scheme, value };
}

/** ISO 27729: the last of the 16 characters is checked by ISO 7064, MOD 11-2; X stands for ten. */
function hasIsniCheck(value: string): boolean {
	let total = 0;
	for (const digit of value.slice(0, -1)) total = ((total + Number(digit)) * 2) % 11;
	const check = (12 - total) % 11;
	return value.at(-1) === (check === 10 ? 'X' : String(check));
}
