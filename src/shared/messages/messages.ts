import { type I18n, setupI18n } from '@lingui/core';
import type { ErrorData } from '../domain/app-error.ts';
import { type English, parseMessage, readEnglish } from './catalogue.ts';
import { type Locale, numberLocales } from './locales.ts';
import { nestedMarks } from './nested-marks.ts';
import { otherCatalogues } from './other-catalogues.ts';

/** Every sentence that a person can see has one key in the catalogue, `noun.what`. */
export type MessageKey = keyof English;
export type MessageValues = Readonly<Record<string, string | number>>;

const i18n = setupI18n();
if (parseMessage) i18n.setMessagesCompiler(parseMessage);
let active: Locale = 'en';
let wanted: Locale = 'en';
let hasEnglish = false;

/**
 * The sentence for `key` in the active language; `values` fill its ICU placeholders. A value that the sentence sets between
 * quotation marks, a title for one, has other marks within them.
 */
export function message(key: MessageKey, values?: MessageValues): string {
	return say(speaker(), key, values);
}

function say(speaking: I18n, key: MessageKey, values: MessageValues = {}): string {
	return nestedMarks(values, (marked) => speaking._(key, marked));
}

/** English is read with the first sentence that is said in it: the archive's process starts without saying any. */
function speaker(): I18n {
	if (active === 'en' && !hasEnglish) i18n.load('en', readEnglish());
	hasEnglish ||= active === 'en';
	if (i18n.locale !== active) i18n.activate(active, numberLocales(active));
	return i18n;
}

let english: I18n | null = null;

/** The same in English, whatever language is active: what a command is called there is what others write of. */
export function inEnglish(key: MessageKey): string {
	if (active === 'en') return message(key);
	if (english === null) {
		english = setupI18n();
		if (parseMessage) english.setMessagesCompiler(parseMessage);
		english.load('en', readEnglish());
		english.activate('en');
	}
	return english._(key);
}

/** The sentence for an error: what happened, to what, and what to do. */
export function errorMessage({ code, detail }: ErrorData): string {
	// Of a copy that lies beside an archive for a while: what has no room is neither the archive nor what is made from it.
	if (code === 'disk-full' && detail.folder !== undefined) return message('error.disk-full-beside', detail);
	// Of a file that was to be written elsewhere: the disk that the archive is on may have room.
	if (code === 'disk-full' && detail.file !== undefined) return message('error.disk-full-there', detail);
	// Of the archive's own file: there may be room on its disk, but no larger file.
	if (code === 'disk-full' && detail.archive !== undefined) return message('error.disk-full-outgrown', detail);
	if (code === 'read-only' && detail.isFull !== undefined) return message('read-only.full');
	if (code === 'archive-exists' && detail.folder !== undefined) return message('error.archive-exists-folder', detail);
	// The disk is sound, and what was saved is in the file, wherever that is now.
	if (code === 'disk-error' && detail.archive !== undefined) return message('error.disk-error-moved', detail);
	return message(`error.${code}`, detail);
}

/** `message` in a language that need not be the active one: for what is written now and read elsewhere. */
export async function messagesIn(locale: Locale): Promise<typeof message> {
	const other = setupI18n();
	if (parseMessage) other.setMessagesCompiler(parseMessage);
	other.load(locale, locale === 'en' ? readEnglish() : await otherCatalogues[locale]());
	other.activate(locale, numberLocales(locale));
	return (key, values) => say(other, key, values);
}

/** The active language: for `Intl` and the `lang` attribute too. */
export function activeLocale(): Locale {
	return active;
}

/**
 * From when it resolves, messages are in this language, or in one that was chosen since. Throws when its catalogue cannot be
 * loaded; the language stays.
 */
export async function activateLocale(locale: Locale): Promise<void> {
	wanted = locale;
	if (locale !== 'en') i18n.load(locale, await otherCatalogues[locale]());
	// Another may have been chosen while this one was on its way.
	if (wanted === locale) active = locale;
}
