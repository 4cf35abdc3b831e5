import { expect, test } from 'vitest';
import { departuresOf } from './message-parts.mjs';

const count = '{count, plural, one {# file} other {# files}}';

test.each([
	['ru', 'Hello {name}', 'Привет, {name}', []],
	['ru', 'Hello {name}', 'Привет', ['lacks {name}']],
	['fr', 'Hello', 'Bonjour {name}', ['has {name}, which the English has not']],
	['ru', count, '{count, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}', []],
	['ru', count, '{count, plural, one {# файл} other {# файла}}', ['few', 'many']],
	['hy', count, '{count, plural, one {# ֆայլ} other {# ֆայլ}}', []],
	['tr', count, '{count} dosya', []],
	['az', '{is, select, yes {on} other {off}}', '{is, select, other {off}}', ['lacks the choice yes of {is}']],
	['fr', 'Off', ' ', ['is empty']],
	['fr', 'Off', '{off', ['does not parse']],
])('%s: %s → %s', (language, english, translation, departures) => {
	const found = departuresOf(language, english, translation);
	expect(found).toHaveLength(departures.length);
	for (const departure of departures) expect(found.some((one) => one.includes(departure))).toBe(true);
});
