import { expect, test } from 'vitest';
import { locales } from './locales.ts';
import { message, messagesIn } from './messages.ts';

test('a title with quotation marks of its own has inner ones where a message sets it in marks', async () => {
	const title = (open: string, close: string) => ({ title: `Alpha ${open}beta${close}` });
	const said = await Promise.all(
		locales.map(async (locale) => (await messagesIn(locale))('quotes.open', title(...outerOf(locale)))),
	);
	expect(said.map((words) => words.replace(/^[^“«]*|[^”»]*$/g, ''))).toEqual([
		'“Alpha ‘beta’”',
		'«Alpha “beta”»',
		'«Alpha “beta”»',
		'“Alpha ‘beta’”',
		'“Alpha ‘beta’”',
		'«\u00a0Alpha “beta”\u00a0»',
	]);
});

test('a message that quotes a message that quotes a title has three levels', () => {
	const command = message('quotes.open', { title: 'Alpha “beta”' });
	expect(message('shortcuts.by-name', { command })).toBe('“Open in ‘Alpha “beta”’”');
});

test('what no message sets in marks keeps its own', () => {
	expect(message('package.sweep.place', { name: '“Alpha”', words: 'a “b”', path: 'c “d”' })).toBe(
		'“Alpha”: “a ‘b’” (c “d”)',
	);
	// Another script's marks are not these.
	expect(message('quotes.open', { title: 'Альфа «бета»' })).toBe('Open in “Альфа «бета»”');
});

function outerOf(locale: string): [string, string] {
	return ['ru', 'hy', 'fr'].includes(locale) ? ['«', '»'] : ['“', '”'];
}
