import { afterEach, expect, test } from 'vitest';
import { locales } from '#shared/messages/locales.ts';
import { activateLocale, message } from '#shared/messages/messages.ts';
import { formatBytes, formatNumber } from './format.ts';

afterEach(() => activateLocale('en'));

// Node knows all languages, also those for which Chromium has nothing: it is what the numbers are compared with.
test.each(locales)('numbers, sizes and counts are written as in %s', async (locale) => {
	await activateLocale(locale);
	const numbers = new Intl.NumberFormat(locale);
	for (const value of [0, 7, 999, 1000, 1234, 12_345, 1_234_567.65, 1.65])
		expect(formatNumber(value)).toBe(numbers.format(value));
	expect(message('library.shown', { shown: 1234, total: 12_345 })).toContain(numbers.format(12_345));
	const units = { byte: 1, kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9, terabyte: 1e12 };
	for (const [unit, inBytes] of Object.entries(units)) {
		const unitDisplay = unit === 'byte' ? 'long' : 'short';
		const sizes = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
		for (const size of [1, 2, 5, 21, 101]) expect(formatBytes(size * inBytes)).toBe(sizes.format(size));
		if (unit !== 'byte') expect(formatBytes(6.25 * inBytes)).toBe(sizes.format(6.25));
	}
});
