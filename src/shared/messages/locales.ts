/** The languages of the interface (BCP 47), in the order in which they are offered. */
export const locales = ['en', 'ru', 'hy', 'az', 'tr', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** Each in itself: whoever does not read the active language must find their own. */
export const localeNames: Readonly<Record<Locale, string>> = {
	en: 'English',
	ru: 'Русский',
	hy: 'Հայերեն',
	az: 'Azərbaycanca',
	tr: 'Türkçe',
	fr: 'Français',
};

/**
 * Whose way of writing numbers to ask `Intl` for, best first. Chromium brings no data for Armenian; for Azerbaijani it says
 * that it has some and writes as in English. Polish groups digits as Armenian does, and Turkish as Azerbaijani, whose plurals
 * are alike too.
 */
export function numberLocales(locale: Locale): string[] {
	if (locale === 'hy') return ['hy', 'pl'];
	return [locale === 'az' ? 'tr' : locale];
}

/** Key of the device profile under which a person's choice is kept; nothing there means the system's language. */
export const localeKey = 'language';

export function isLocale(value: unknown): value is Locale {
	return (locales as readonly unknown[]).includes(value);
}

/**
 * The interface language for somebody who prefers these (BCP 47, best first), by their primary language alone (RFC 4647,
 * section 3.4, lookup); English when none of them is there.
 */
export function localeFor(preferred: readonly string[]): Locale {
	const wanted = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
	return wanted.find(isLocale) ?? 'en';
}

/**
 * The languages that a program without a window was started in: what POSIX has for it (`LC_ALL`, `LC_MESSAGES`, `LANG`,
 * as in `hy_AM.UTF-8`), otherwise `system`, the system's own.
 */
export function startLanguages(environment: Readonly<Record<string, string | undefined>>, system: string): string[] {
	const named = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
	return [named?.split(/[.@]/)[0]?.replace('_', '-') || system];
}
