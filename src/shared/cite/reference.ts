import type { CitationStyle } from '../domain/citation.ts';
import type { Locale } from '../messages/locales.ts';
import type { CitedItem } from './cited-item.ts';
import { armenianReference } from './styles/armenian-archives.ts';
import { chicagoReference } from './styles/chicago.ts';
import { gostReference } from './styles/gost.ts';
import { shortReference } from './styles/short-note.ts';

const formatters: Readonly<Record<CitationStyle, (item: CitedItem, language: Locale) => string>> = {
	chicago: chicagoReference,
	gost: gostReference,
	armenian: armenianReference,
	short: shortReference,
};

/** What a reference of this style is written in, by its BCP 47 tag. @param language of the interface */
export function referenceLanguage(style: CitationStyle, language: Locale): Locale {
	return languages[style] ?? language;
}

const languages: Readonly<Partial<Record<CitationStyle, Locale>>> = { chicago: 'en', gost: 'ru', armenian: 'hy' };

/**
 * The reference as one line of plain text; the spaces that keep French signs with their words stay as they are.
 *
 * @param language of the interface
 */
export function formatReference(item: CitedItem, style: CitationStyle, language: Locale): string {
	return formatters[style](item, language)
		.replace(/[^\S\u00a0\u202f]+/gu, ' ')
		.trim();
}
