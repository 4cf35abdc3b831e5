import type { Name } from '../../domain/name.ts';
import { lowerCase } from '../../text/lower-case.ts';

/** Shorter ones stand in too many words' places: an initial, a particle. */
const shortestLetters = 3;
/** Son or daughter of: after the father's name, by itself or with a hyphen. Written together, oğlu ends a family name. */
const childOf = 'o[gğ]lu|oglou|oghlu|оглу|оғлу|оглы|улы|q[ıi]z[ıi]|k[ıi]z[ıi]|gyzy|гызы|кызы';
const childAlone = new RegExp(`^(?:${childOf})$`, 'u');
/** The father's name, which in lists and in official papers stands after family and given name. */
const patronymic = new RegExp(
	`(?:ович|евич|ич|овна|евна|ична|[oe]vich|[oe]vna|ichna|улы|q[ıi]z[ıi]|k[ıi]z[ıi]|gyzy|гызы|кызы|^(?:${childOf})|-(?:${childOf}))$`,
	'u',
);
/** Family, given and father's name, and whose child. */
const wordsWithChild = 4;
/** Of rulers, who have no family name by which texts go on. */
const romanNumber = /^X{0,3}(?:IX|IV|V?I{0,3})$/u;
const bracketed = /\([^)]*\)?|\[[^\]]*\]?/gu;

/**
 * The family names of a person, by themselves: of each form of several words the last; the first where a comma or a
 * father's name tells that it leads. None that is a form by itself already. A text that has used a full name once goes
 * on with this, and so may a text about somebody else of the same family: a guess, for a person to confirm.
 */
export function familyNames({ kind, forms }: Pick<Name, 'kind' | 'forms'>): string[] {
	if (kind !== 'person') return [];
	const known = new Set(forms.map(({ text }) => lowerCase(text)));
	return forms.flatMap(({ text }) => {
		const name = familyName(text);
		if (name === null || known.has(lowerCase(name))) return [];
		known.add(lowerCase(name));
		return [name];
	});
}

function familyName(form: string): string | null {
	const outside = form.replace(bracketed, ' ');
	const [beforeComma = '', ...afterComma] = outside.split(',');
	const isInverted = afterComma.length > 0;
	const words = wordsIn(isInverted ? beforeComma : outside);
	if (wordsIn(outside).length < 2) return null;
	const [last = '', beforeLast = ''] = words.toReversed();
	const leads = !isInverted && isFatherLast(words);
	if (!leads && (childAlone.test(lowerCase(last)) || lowerCase(beforeLast) === 'the')) return null;
	const name = leads ? (words[0] ?? '') : last;
	return isProper(name) ? name : null;
}

/** A family name that ends like a father's stands after one: then two in a row do. */
function isFatherLast(words: readonly string[]): boolean {
	const [last = '', beforeLast = ''] = words.map(withHyphens).toReversed();
	if (childAlone.test(last)) return words.length >= wordsWithChild;
	return words.length > 2 && patronymic.test(last) && !patronymic.test(beforeLast);
}

/** In lower case, with the hyphens, which a word of the search has none of. */
function withHyphens(word: string): string {
	return word
		.split(/[-‐‑]/u)
		.map((part) => lowerCase(part))
		.join('-');
}

/** Neither an initial nor a number, and with a capital: save in Georgian, which writes names without. */
function isProper(word: string): boolean {
	if ([...word].length < shortestLetters || word.endsWith('.') || romanNumber.test(word)) return false;
	return !/\p{Ll}/u.test(word) || /[\p{Lu}\p{Lt}\p{Script=Georgian}]/u.test(word);
}

/** At spaces alone: a family name of two with a hyphen is one. */
function wordsIn(text: string): string[] {
	return text.split(/\s+/).filter((word) => word !== '');
}
