import { afterEach, expect, test } from 'vitest';
import { locales } from '../messages/locales.ts';
import { activateLocale } from '../messages/messages.ts';
import { durationWords } from './duration-words.ts';

afterEach(() => activateLocale('en'));

test.each([
	['PT24H', '24 hours'],
	['P1DT2H', '1 day, 2 hours'],
	['P2M', '2 months'],
	['PT2M', '2 minutes'],
	['about a day', 'about a day'],
	['P', 'P'],
])('%s', (duration, words) => {
	expect(durationWords(duration)).toBe(words);
});

// Node knows all languages, also those for which Chromium has nothing: it is what the words are compared with.
test.each(locales)('in %s each unit agrees with its amount', async (locale) => {
	await activateLocale(locale);
	const units = { year: 'P#Y', month: 'P#M', week: 'P#W', day: 'P#D', hour: 'PT#H', minute: 'PT#M', second: 'PT#S' };
	for (const [unit, form] of Object.entries(units)) {
		const expected = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
		for (const amount of [0, 1, 2, 5, 11, 21, 24, 1000])
			expect(durationWords(form.replace('#', String(amount)))).toBe(expected.format(amount));
	}
});
