import { providedLanguages } from '#shared/domain/recognition.ts';
import { languageName } from './language-name.ts';

/** The language that recognition data are for, by the engine's code: `hye` is "Armenian"; an unknown code as it is. */
export function dataName(code: string): string {
	const known = providedLanguages.find((language) => language.code === code);
	return known ? languageName(known.language) : code;
}
