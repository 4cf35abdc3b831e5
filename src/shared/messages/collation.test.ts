import { afterEach, expect, test } from 'vitest';
import { collation } from './collation.ts';
import { locales } from './locales.ts';
import { activateLocale } from './messages.ts';

afterEach(() => activateLocale('en'));

const words = [
	...['x', 'h', 'ha', 'hz', 'xa', 'Xə', 'hə', 'q', 'k', 'kz', 'qa', 'l', 'ə', 'e', 'ez', 'f', 'ı', 'i', 'İ', 'I', 'j'],
	...['w', 'z', 'zz', 'v', 'ç', 'c', 'd', 'ğ', 'g', 'ö', 'o', 'ü', 'u', 'ş', 's', 't', 'zorvane 10', 'zorvane 9'],
	...['բառ', 'արև', 'գիր', 'буква', 'азбука', 'été', 'etude'],
];

// Node knows all languages, also those for which Chromium has nothing: it is what the order is compared with.
test.each(locales)('%s is sorted by its own alphabet', async (locale) => {
	await activateLocale(locale);
	const expected = new Intl.Collator(locale, { numeric: true }).compare;
	expect(words.toSorted(collation())).toEqual(words.toSorted(expected));
});
