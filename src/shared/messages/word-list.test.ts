import { afterEach, expect, test } from 'vitest';
import { locales } from './locales.ts';
import { activateLocale } from './messages.ts';
import { wordList } from './word-list.ts';

afterEach(() => activateLocale('en'));

// Node knows all languages, also those for which Chromium has nothing: it is what the words are compared with.
test.each(locales)('%s enumerates as the language does', async (locale) => {
	await activateLocale(locale);
	for (const type of ['conjunction', 'disjunction', 'unit'] as const)
		for (const words of [[], ['alpha'], ['alpha', 'beta'], ['alpha', 'beta', 'gamma']]) {
			// The comma before the last "or" of three, which Azerbaijani may have, is left out.
			const expected = new Intl.ListFormat(locale, { type }).format(words).replace(', yaxud', ' yaxud');
			expect(wordList(words, type)).toBe(expected);
		}
});
