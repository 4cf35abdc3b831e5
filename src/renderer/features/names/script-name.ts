import { activeLocale } from '#shared/messages/messages.ts';

let names: Intl.DisplayNames | undefined;

/** The name of an ISO 15924 code: `Armn` is "Armenian"; the code itself where it has none. */
export function scriptName(code: string): string {
	names ??= new Intl.DisplayNames([activeLocale()], { type: 'script', fallback: 'code' });
	return /^[a-z]{4}$/i.test(code) ? (names.of(code) ?? code) : code;
}
