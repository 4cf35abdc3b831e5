import type { Name } from '../../domain/name.ts';
import { lowerCase } from '../../text/lower-case.ts';

/** Shorter ones stand in too many words' places: an initial, a particle. */
const shortestLetters = 3;
/** The father's name, which in lists and in official papers stands after family and given name. */
const patronymic =
	/(?:ович|евич|ич|овна|евна|ична|инична|[оу]ғлу|оглы|улы|гызы|кызы|[oe]vich|[oe]vna|ichna|o[gğ]lu|oglou|oghlu|q[ıi]z[ıi]|k[ıi]z[ıi]|gyzy)$/u;

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
	const [beforeComma = '', ...afterComma] = form.split(',');
	const words = wordsIn(afterComma.length > 0 ? beforeComma : form);
	if (wordsIn(form).length < 2) return null;
	const last = words.at(-1) ?? '';
	const leads = afterComma.length === 0 && words.length > 2 && patronymic.test(lowerCase(last));
	const name = leads ? (words[0] ?? '') : last;
	return [...name].length < shortestLetters || name.endsWith('.') ? null : name;
}

/** At spaces alone: a family name of two with a hyphen is one. */
function wordsIn(text: string): string[] {
	return text.split(/\s+/).filter((word) => word !== '');
}
