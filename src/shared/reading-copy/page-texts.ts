import type { Locale } from '../messages/locales.ts';

/** What a page says before its program runs, or before a passphrase lets it: all that stands in it in plain. */
export const pageTextKeys = [
	'title',
	'text',
	'language',
	'passphrase',
	'open',
	'opening',
	'wrong',
	'damaged',
	'missing',
] as const;
export type PageTexts = Record<(typeof pageTextKeys)[number], string>;

/** In each language of the interface: who will open the page is not known when it is written. */
export type AllPageTexts = Record<Locale, PageTexts>;

/** Id of the element that holds them as JSON. */
export const pageTextsId = 'texts';
/** Attribute of a data block of a page that is one file: the name of the part in it. */
export const partAttribute = 'data-part';
/** The window's own program, as a part of a page that is one file. */
export const programPart = 'app/app';
/** The window's fonts, two megabytes: a page that is a folder asks for them while its program is read already. */
export const fontStyles = 'app/fonts.css';
