import { activeLocale, message } from '#shared/messages/messages.ts';

let names: { locale: string; of: Intl.DisplayNames } | undefined;

/** Those that names here are written in: Chromium brings no names of scripts in Armenian and Azerbaijani. */
const ownNames = ['Arab', 'Armn', 'Cyrl', 'Geor', 'Grek', 'Hebr', 'Latn'] as const;

/** The name of an ISO 15924 code in the interface's language, else in English: `Armn` is "Armenian"; the code itself where it has none. */
export function scriptName(code: string): string {
	const own = ownNames.find((script) => script === code);
	if (own) return message(`script.name.${own}`);
	const locale = activeLocale();
	if (names?.locale !== locale)
		names = { locale, of: new Intl.DisplayNames([locale, 'en'], { type: 'script', fallback: 'code' }) };
	return /^[a-z]{4}$/i.test(code) ? (names.of.of(code) ?? code) : code;
}
