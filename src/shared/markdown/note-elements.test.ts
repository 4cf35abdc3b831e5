import { describe, expect, it } from 'vitest';
import { type NoteNode, noteElements } from './note-elements.ts';

/** Elements in short: their tag, and what is in them. */
function short(node: NoteNode): unknown {
	if (typeof node === 'string') return node;
	const children = node.children.map(short);
	if (node.tag === 'link') return { [node.address]: children };
	return { [node.role ?? node.tag]: children };
}

const drawn = (markdown: string) => noteElements(markdown).map(short);

describe('noteElements', () => {
	it('has the parts of a note: emphasis, lists, quotations, code, tables, lines', () => {
		expect(drawn('*a* **b** ~~c~~ `d`\\\ne')).toEqual([
			{ p: [{ em: ['a'] }, ' ', { strong: ['b'] }, ' ', { del: ['c'] }, ' ', { code: ['d'] }, { br: [] }, 'e'] },
		]);
		expect(drawn('# a\n\n- b\n- c\n\n> d\n\n***\n\n```js\ne;\n```')).toEqual([
			{ heading: ['a'] },
			{ ul: [{ li: [{ p: ['b'] }] }, { li: [{ p: ['c'] }] }] },
			{ blockquote: [{ p: ['d'] }] },
			{ hr: [] },
			{ pre: [{ code: ['e;'] }] },
		]);
		expect(drawn('| a | b |\n| - | - |\n| c | d |')).toEqual([
			{ table: [{ tbody: [{ tr: [{ th: ['a'] }, { th: ['b'] }] }, { tr: [{ td: ['c'] }, { td: ['d'] }] }] }] },
		]);
		expect(noteElements('3. a')).toMatchObject([{ tag: 'ol', start: 3 }]);
	});

	it('puts a box that is ticked on the line of its words', () => {
		expect(drawn('- [x] a\n- [ ] b')).toEqual([
			{ ul: [{ li: [{ p: [{ check: ['☑ '] }, 'a'] }] }, { li: [{ p: [{ check: ['☐ '] }, 'b'] }] }] },
		]);
	});

	it('leaves the address of a link to whoever draws it, and says where it is its words already', () => {
		const addresses = noteElements(
			'[a](javascript:b) <https://example.org/> www.example.org <c@example.org> [https://example.org](https://example.com)',
		).flatMap((block) => (typeof block === 'object' ? block.children : []));
		expect(addresses.flatMap((node) => (typeof node === 'object' && node.tag === 'link' ? [node] : []))).toMatchObject([
			{ address: 'javascript:b', isBare: false },
			{ address: 'https://example.org/', isBare: true },
			{ address: 'http://www.example.org', isBare: true },
			{ address: 'mailto:c@example.org', isBare: true },
			{ address: 'https://example.com', isBare: false },
		]);
	});

	it('shows HTML as it was typed, pictures by their words and address, and the signs of footnotes', () => {
		expect(drawn('a <b>c</b>\n\n<script>\nd()</script>')).toEqual([
			{ p: ['a ', '<b>', 'c', '</b>'] },
			{ p: ['<script>', { br: [] }, 'd()</script>'] },
		]);
		expect(drawn('![a](https://example.org/b.png)')).toEqual([{ p: ['a (https://example.org/b.png)'] }]);
		expect(drawn('a[^1]\n\n[^1]: b')).toEqual([{ p: ['a', '[^1]'] }, { p: ['[^1] ', 'b'] }]);
	});
});
