import { activeLocale, message } from './messages.ts';

let names: { locale: string; of: Intl.DisplayNames } | undefined;

/** Those that archives here are full of: Chromium brings no names of languages in Armenian and Azerbaijani. */
const ownNames = [
	...(['ab', 'ar', 'az', 'de', 'el', 'en', 'es', 'fa', 'fr'] as const),
	...(['he', 'hy', 'it', 'ka', 'ku', 'os', 'ru', 'tr', 'uk'] as const),
] as const;

/** The name of a BCP 47 tag in the interface's language: `hy` is "Armenian"; the tag itself where it has none. */
export function languageName(tag: string): string {
	if (tag === '' || tag === 'und') return message('language.unknown');
	const own = ownNames.find((language) => language === tag);
	if (own) return message(`language.name.${own}`);
	const locale = activeLocale();
	if (names?.locale !== locale)
		names = { locale, of: new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }) };
	try {
		return names.of.of(tag) ?? tag;
	} catch {
		// Not a well-formed tag: shown as it was written.
		return tag;
	}
}
