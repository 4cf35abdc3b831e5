import type { English } from './catalogue.ts';
import type { Locale } from './locales.ts';

export type Catalogue = Readonly<Record<keyof English, string>>;

/**
 * The catalogues but English, each loaded when its language is chosen. The build puts another module in place of this
 * one, for which they are files beside the script (scripts/vite-plugins/parsed-catalogue.ts).
 */
export const otherCatalogues: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Catalogue>>> = {
	ru: async () => (await import('#locales/ru.json', { with: { type: 'json' } })).default,
	hy: async () => (await import('#locales/hy.json', { with: { type: 'json' } })).default,
	az: async () => (await import('#locales/az.json', { with: { type: 'json' } })).default,
	tr: async () => (await import('#locales/tr.json', { with: { type: 'json' } })).default,
	fr: async () => (await import('#locales/fr.json', { with: { type: 'json' } })).default,
};
