import { expect, test } from 'vitest';
import az from '#locales/az.json' with { type: 'json' };
import en from '#locales/en.json' with { type: 'json' };
import fr from '#locales/fr.json' with { type: 'json' };
import hy from '#locales/hy.json' with { type: 'json' };
import tr from '#locales/tr.json' with { type: 'json' };

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { az, fr, hy, tr };

/** Good words of each language for which the glossary has another: two words for one thing would be two things. */
const displaced = [
	{ locale: 'az', word: /toplu/iu, said: /collection/i },
	{ locale: 'az', word: /mühafizə/iu, said: /custody/i },
	{ locale: 'az', word: /həş/iu, said: /digest/i },
	{ locale: 'fr', word: /phrases? de passe/iu, said: /passphrase/i },
	{ locale: 'fr', word: /\barchives\b/iu, said: /\barchive\b(?!.*\barchives\b)/i },
	{ locale: 'hy', word: /նիշք/iu, said: /./ },
	{ locale: 'hy', word: /ընթերցման պատճեն/iu, said: /reading copy/i },
	{ locale: 'tr', word: /parça/iu, said: /passage(?!.*\bpart\b)/i },
	{ locale: 'tr', word: /saklama günlüğü/iu, said: /custody/i },
] as const;

test.each(displaced)('in $locale nothing is called $word', ({ locale, word, said }) => {
	const keys = Object.entries(en).flatMap(([key, english]) =>
		said.test(english) && word.test(catalogues[locale]?.[key] ?? '') ? [key] : [],
	);
	expect(keys).toEqual([]);
});
