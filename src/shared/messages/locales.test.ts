import { expect, test } from 'vitest';
import { localeFor, startLanguages } from './locales.ts';

test.each([
	[['hy-AM', 'ru'], 'hy'],
	[['de', 'RU-ru'], 'ru'],
	[['az-Cyrl-AZ'], 'az'],
	[['de', 'ka'], 'en'],
	[[], 'en'],
])('%j gets %s', (preferred, locale) => expect(localeFor(preferred)).toBe(locale));

test.each([
	[{ LC_ALL: 'hy_AM.UTF-8', LANG: 'ru_RU' }, ['hy-AM']],
	[{ LC_ALL: '', LANG: 'tr_TR@euro' }, ['tr-TR']],
	[{ LANG: 'C.UTF-8' }, ['C']],
	[{}, ['fr-FR']],
])('%j starts in %j', (environment, languages) => expect(startLanguages(environment, 'fr-FR')).toEqual(languages));
