import type { Locale } from '../../messages/locales.ts';
import { armenian } from './armenian.ts';
import { azerbaijani } from './azerbaijani.ts';
import type { CiteWords } from './cite-words.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { russian } from './russian.ts';
import { turkish } from './turkish.ts';

export type { CiteWords } from './cite-words.ts';

/** The words of references in every language of the interface. */
export const citeWords: Readonly<Record<Locale, CiteWords>> = {
	en: english,
	ru: russian,
	hy: armenian,
	az: azerbaijani,
	tr: turkish,
	fr: french,
};
