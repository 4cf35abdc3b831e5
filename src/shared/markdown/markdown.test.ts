import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText } from './markdown.ts';

describe('parseMarkdown', () => {
	it('reads emphasis, lists and strikes', () => {
		const tree = parseMarkdown('*alpha* ~~beta~~\n\n- [x] gamma');
		expect(tree.children.map((node) => node.type)).toEqual(['paragraph', 'list']);
		expect(tree.children[1]).toMatchObject({ children: [{ checked: true }] });
	});

	it('gives a link its address, wherever in the note that stands', () => {
		expect(parseMarkdown('See [there][1].\n\n[1]: https://example.org/a')).toMatchObject({
			children: [
				{ children: [{ value: 'See ' }, { type: 'link', url: 'https://example.org/a' }, { value: '.' }] },
				{ type: 'definition' },
			],
		});
	});

	it('takes the first address of several, also from within a quotation, for pictures too', () => {
		const note = '[a][1] ![b][1]\n\n> [1]: https://example.org/first\n\n[1]: https://example.org/second';
		expect(parseMarkdown(note).children[0]).toMatchObject({
			children: [
				{ type: 'link', url: 'https://example.org/first' },
				{ value: ' ' },
				{ type: 'image', url: 'https://example.org/first', alt: 'b' },
			],
		});
	});

	it('has as words the addresses that nothing refers to', () => {
		expect(plainText('[Note]: see\n\nalpha\n\n- [beta]: https://example.org/a "gamma"')).toBe(
			'Note: see alpha beta: https://example.org/a gamma',
		);
	});

	it.each([50, 99, 150, 6000, 100_000])('reads quotations in each other, %d deep', (depth) => {
		expect(plainText(`${'> '.repeat(depth)}alpha`)).toContain('alpha');
	});

	it('keeps HTML as a value to be shown as typed', () => {
		expect(parseMarkdown('<b onclick="x">alpha</b>\n\n<script>beta</script>')).toMatchObject({
			children: [{ type: 'paragraph' }, { type: 'html', value: '<script>beta</script>' }],
		});
	});
});

describe('plainText', () => {
	it('keeps the words and leaves out the signs', () => {
		expect(plainText('# Alpha\n\n*be*ta, see [there](https://example.org/).\n\n- one\n- `two`')).toBe(
			'Alpha beta, see there. one two',
		);
	});
});
