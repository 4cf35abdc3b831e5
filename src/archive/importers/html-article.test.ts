import { describe, expect, test } from 'vitest';
import { countWords } from '#shared/text/count-words.ts';
import type { ReadOptions } from './importer.ts';
import { readDocument } from './registry.ts';

const words = (letter: string, count: number) =>
	Array.from({ length: count }, (_, at) => `${letter}word${at}`).join(' ');
const paragraph = (letter: string) => `<p>${words(letter, 30)}, ${words(letter, 20)}, and ${words(letter, 12)}.</p>`;
const menu = `<nav><ul>${Array.from({ length: 12 }, (_, at) => `<li><a href="/${at}">Menu ${at}</a></li>`).join('')}</ul></nav>`;
const article = `<h1>Sample headline</h1><p class="byline">By Sample Author</p><p><time>3 May 2001</time></p>
	${paragraph('a')}<div class="related sidebar"><a href="/x">Elsewhere</a></div>${paragraph('b')}
	<table><tr><td>Cell one</td><td>Cell two</td></tr></table>${paragraph('c')}<p>Signed by nobody.</p>`;
const page = `<html lang="en"><head><title>Sample headline - Sample site</title></head><body>${menu}
	<main><article>${article}</article></main>
	<aside><h2>Most read</h2><p>Other sample one</p><p>Other sample two</p></aside><footer><p>Imprint of a sample</p></footer></body></html>`;

function read(html: string, options: Partial<ReadOptions> = {}) {
	return readDocument(Buffer.from(html), { fileName: 'sample.html', ...options });
}
const textOf = ({ blocks }: { blocks: { text: string }[] }) => blocks.map(({ text }) => text).join('\n');

describe('a saved page', () => {
	test('is read as its article, from the headline to the last line, with all that stands between', async () => {
		const read1 = await read(page);
		expect(read1.parameters).toMatchObject({ part: 'article', wordsAround: expect.any(Number) });
		expect(read1.blocks[0]).toMatchObject({ kind: 'title', text: 'Sample headline' });
		for (const kept of ['By Sample Author', '3 May 2001', 'Elsewhere', 'Cell two', 'Signed by nobody.'])
			expect(textOf(read1)).toContain(kept);
		for (const around of ['Menu 3', 'Most read', 'Other sample', 'Imprint'])
			expect(textOf(read1)).not.toContain(around);
		expect(read1).toMatchObject({ title: 'Sample headline - Sample site', language: 'en' });
	});

	test('is read whole when a person asks for that, every block of the article as it was', async () => {
		const whole = await read(page, { part: 'page' });
		expect(whole.parameters).not.toHaveProperty('part');
		for (const around of ['Menu 3', 'Most read', 'Imprint']) expect(textOf(whole)).toContain(around);
		const { blocks, parameters } = await read(page);
		const at = whole.blocks.findIndex(({ kind }) => kind === 'title');
		expect(whole.blocks.slice(at, at + blocks.length)).toEqual(blocks);
		expect(countWords(textOf(whole)) - countWords(textOf({ blocks }))).toBe(parameters.wordsAround);
	});
});

test('a page with nothing around its text, and a list of links, are read whole', async () => {
	const letter = await read(`<html><body>${article}</body></html>`.replaceAll(/class="[^"]*"/g, ''));
	expect(letter.parameters).not.toHaveProperty('part');
	expect(textOf(letter)).toContain('Signed by nobody.');
	const items = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">Sample title number ${at}</a></li>`).join(
		'',
	);
	const list = await read(`<body>${menu}<main><ul>${items}</ul></main><footer>End</footer></body>`);
	expect(list.parameters).not.toHaveProperty('part');
	expect(textOf(list)).toContain('Menu 3');
});

test('whoever asks for the article of a page that has none is told so', async () => {
	const asked = read('<p>Only a sample.</p>', { part: 'article' });
	await expect(asked).rejects.toMatchObject({ code: 'unreadable-file', detail: { file: 'sample.html' } });
});
