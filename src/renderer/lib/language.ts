import { useEffect } from 'react';
import { create } from 'zustand';
import { isLocale, type Locale, localeFor, localeKey } from '#shared/messages/locales.ts';
import { activateLocale, activeLocale } from '#shared/messages/messages.ts';
import { desktop } from './desktop.ts';
import { useProfile } from './profile.ts';

/** The language that is shown: all that speaks is drawn anew when it changes. */
export const useShownLanguage = create<{ locale: Locale }>(() => ({ locale: activeLocale() }));

/**
 * Throws when the catalogue of the language cannot be loaded.
 *
 * @param chosen of the device profile; what is no language of the interface stands for the system's
 */
export async function showLanguage(chosen: unknown): Promise<void> {
	const locale = isLocale(chosen) ? chosen : localeFor(desktop?.systemLanguages ?? navigator.languages);
	await activateLocale(locale);
	// Another was chosen meanwhile, and is shown by whoever asked for that.
	if (activeLocale() !== locale) return;
	document.documentElement.lang = locale;
	if (locale === useShownLanguage.getState().locale) return;
	desktop?.setLocale(locale);
	useShownLanguage.setState({ locale });
}

/** Shows the language that the profile says, and follows it. */
export function useLanguageOfProfile(onFailure: (error: unknown) => void): void {
	const [chosen, , isLoaded] = useProfile<unknown>(localeKey, null);
	useEffect(() => {
		if (isLoaded) showLanguage(chosen).catch(onFailure);
	}, [chosen, isLoaded, onFailure]);
}
