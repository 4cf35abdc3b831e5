import { activeLocale, message } from '#shared/messages/messages.ts';

let names: Intl.DisplayNames | undefined;

/** The name of a BCP 47 tag in the interface's language: `hy` is "Armenian"; the tag itself where it has none. */
export function languageName(tag: string): string {
	if (tag === '' || tag === 'und') return message('language.unknown');
	names ??= new Intl.DisplayNames([activeLocale()], { type: 'language', languageDisplay: 'standard' });
	try {
		return names.of(tag) ?? tag;
	} catch {
		// Not a well-formed tag: shown as it was written.
		return tag;
	}
}
