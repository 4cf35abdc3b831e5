import { activeLocale } from '#shared/messages/messages.ts';

let names: { locale: string; of: Intl.DisplayNames } | undefined;

/** The name of an ISO 15924 code: `Armn` is "Armenian"; the code itself where it has none. */
export function scriptName(code: string): string {
	const locale = activeLocale();
	if (names?.locale !== locale)
		names = { locale, of: new Intl.DisplayNames([locale], { type: 'script', fallback: 'code' }) };
	return /^[a-z]{4}$/i.test(code) ? (names.of.of(code) ?? code) : code;
}
