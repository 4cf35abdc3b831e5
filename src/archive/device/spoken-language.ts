import { isLocale, localeFor, localeKey, startLanguages } from '#shared/messages/locales.ts';
import { activateLocale } from '#shared/messages/messages.ts';
import type { Profile } from './profile.ts';

/** Messages are then in the language that the person chose, otherwise in the one that the program was started in. */
export async function speakAsChosen(profile: Profile): Promise<void> {
	const chosen = profile.get(localeKey);
	await (isLocale(chosen) ? activateLocale(chosen) : speakAsStarted());
}

/** For programs that know no profile yet. */
export async function speakAsStarted(): Promise<void> {
	// All of Intl would tell; this knows it without loading how dates or numbers are written, 20 ms at every start.
	const { locale } = new Intl.PluralRules().resolvedOptions();
	await activateLocale(localeFor(startLanguages(process.env, locale)));
}
