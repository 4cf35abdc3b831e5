import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainParagraphs, plainText } from './markdown.ts';

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

describe('plainParagraphs', () => {
	it('gives a line for each block that has words', () => {
		expect(plainParagraphs('# Alpha\n\n**be**ta\ngamma\n\n---\n\n<i>delta</i>')).toEqual([
			'Alpha',
			'beta gamma',
			'<i>delta</i>',
		]);
		expect(plainParagraphs('')).toEqual([]);
	});
});
