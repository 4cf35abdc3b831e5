import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { plainText } from '#shared/markdown/markdown.ts';
import { noteAsHtml } from './note-as-html.ts';

describe('noteAsHtml', () => {
	it('keeps lists, emphasis, quotations and tables', () => {
		expect(noteAsHtml('# a\n\n**b**\n\n3. c\n4. *d*\n\n> e')).toBe(
			'<p class="heading">a</p><p><strong>b</strong></p>' +
				'<ol start="3" dir="auto"><li><p>c</p></li><li><p><em>d</em></p></li></ol>' +
				'<blockquote dir="auto"><p>e</p></blockquote>',
		);
		expect(noteAsHtml('| a |\n| - |\n| b |')).toBe(
			'<table dir="auto"><tbody><tr><th>a</th></tr><tr><td>b</td></tr></tbody></table>',
		);
		expect(noteAsHtml('a\\\nb\n\n***')).toBe('<p>a<br>b</p><hr>');
		expect(noteAsHtml('')).toBe('');
	});

	it('writes addresses as words, each once', () => {
		expect(noteAsHtml('see [there](https://example.org/?a&b)')).toBe(
			'<p>see there <bdi class="address">⟨https://example.org/?a&amp;b⟩</bdi></p>',
		);
		expect(noteAsHtml('<https://example.org/>')).toBe('<p>https://example.org/</p>');
		expect(noteAsHtml('![a](https://example.org/b.png)')).toBe('<p>a (https://example.org/b.png)</p>');
	});

	it('brings nothing that a browser could load, run or follow, and loses no word, whatever the note is', () => {
		const pieces = fc.constantFrom(
			...[
				'# ',
				'\n',
				'\n\n',
				'> ',
				'- ',
				'1. ',
				'*',
				'**',
				'`',
				'```\n',
				'<b>',
				'<img src=x onerror=y>',
				'](x)',
				'[a]',
			],
			...['<!--', ': ', '|', '![', '---', '~~', '\\', '&amp;', '&lt;i>', 'alpha', 'beta ', '    ', '"', '[^1]', '\t'],
			...['https://example.org', '[a](javascript:b)', '[ ] '],
		);
		const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
				const note = parts.join('');
				const { document } = parseHTML(`<html><body><div>${noteAsHtml(note)}</div></body></html>`);
				for (const element of document.querySelectorAll('div *')) {
					expect(allowed).toContain(element.localName);
					for (const { name } of element.attributes) expect(['class', 'dir', 'start']).toContain(name);
				}
				const shown = lettersOf(document.querySelector('div')?.textContent ?? '');
				expect(hasInOrder(shown, lettersOf(plainText(note)))).toBe(true);
			}),
		);
	});
});

const allowed = [
	...['p', 'em', 'strong', 'del', 'code', 'pre', 'br', 'hr', 'blockquote', 'ol', 'ul', 'li', 'span', 'bdi'],
	...['table', 'tbody', 'tr', 'th', 'td'],
];

function hasInOrder(text: string, letters: string): boolean {
	let from = 0;
	return [...letters].every((letter) => {
		const at = text.indexOf(letter, from);
		from = at + 1;
		return at >= 0;
	});
}
