import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText } from '#shared/markdown/markdown.ts';
import { noteAsMarkdown } from './note-as-markdown.ts';

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

function hasInOrder(text: string, letters: string): boolean {
	let from = 0;
	return [...letters].every((letter) => {
		const at = text.indexOf(letter, from);
		from = at + 1;
		return at >= 0;
	});
}

function addressesIn(node: Nodes): string[] {
	const own = 'url' in node && node.type !== 'definition' ? [node.url] : [];
	return 'children' in node ? [...own, ...node.children.flatMap(addressesIn)] : own;
}

describe('noteAsMarkdown', () => {
	it('keeps what a note says: emphasis, lists, code, quotations, tables, links', () => {
		const note = [
			'Is *this* **so**, ~~or~~ `not`?',
			'- one\n- two\n  - three\n- [x] four',
			'1. first\n2. second',
			'> said\n>\n> twice',
			'```js\nlet a;\n```',
			'| a | b |\n| - | - |\n| 1 | 2 |',
			'[there](https://example.org/a)',
		].join('\n\n');
		expect(noteAsMarkdown(note)).toBe(note);
	});

	it.each([
		['a heading would be one of the file', '# Alpha **beta**', '**Alpha beta**'],
		['so would a line that is underlined', 'Alpha\n===', '**Alpha**'],
		['HTML shows as it was typed', 'a <script>b</script>', 'a \\<script>b\\</script>'],
		['a comment would hide the rest of the file', '<!-- alpha', '\\<!-- alpha'],
		[
			'a picture would be loaded from elsewhere',
			'![alpha](https://example.org/a.png)',
			'alpha (https\\://example.org/a.png)',
		],
		['an address of another kind is text', '[alpha](javascript:beta)', 'alpha (javascript:beta)'],
		['what is left open ends with the note', '```\nalpha', '```\nalpha\n```'],
		[
			'a reference would be one of other notes, too',
			'[a][1]\n\n[1]: https://example.org/',
			'[a](https://example.org/)',
		],
		['what nothing refers to is words', '[note]: see', 'note: see'],
		['a picture tells its address', '![a][1]\n\n[1]: https://example.org/', 'a (https\\://example.org/)'],
		['what is nested beyond measure is text', `${'> '.repeat(6000)}a`, `${'> '.repeat(6000)}a`.replace('>', '\\>')],
		['an address is itself', 'see https://example.org/a_b', 'see <https://example.org/a_b>'],
		['signs that are none stay so', '1\\. \\*a\\* =1+1', '1\\. \\*a\\* =1+1'],
	])('%s', (_, note, written) => {
		expect(noteAsMarkdown(note)).toBe(written);
	});

	it('says the same and never brings a heading, HTML, a picture or a definition, whatever the note is', () => {
		const pieces = fc.constantFrom(
			...['# ', '\n', '\n\n', '> ', '- ', '1. ', '*', '**', '`', '```\n', '<b>', '<!--', '](x)', '[a]', ': ', '|'],
			...['![', '---', '===', '~~', '\\', '&amp;', 'alpha', 'beta ', '    ', 'https://example.org', '[^1]', '\t'],
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
				const note = parts.join('');
				const written = noteAsMarkdown(note);
				const types = new Set<string>();
				const look = (node: ReturnType<typeof parseMarkdown> | { type: string; children?: unknown[] }): void => {
					types.add(node.type);
					if ('children' in node) for (const child of node.children as (typeof node)[]) look(child);
				};
				look(parseMarkdown(written));
				for (const type of ['heading', 'html', 'image', 'imageReference', 'definition', 'linkReference'])
					expect(types).not.toContain(type);
				expect(parseMarkdown(`${written}\n\n## Next`).children.at(-1)?.type).toBe('heading');
				expect(plainText(noteAsMarkdown(written))).toBe(plainText(written));
				expect(hasInOrder(plainText(written), lettersOf(plainText(note)))).toBe(true);
				for (const address of addressesIn(parseMarkdown(note)))
					expect(lettersOf(written)).toContain(lettersOf(address));
			}),
		);
		expect(plainText(noteAsMarkdown('# Alpha\n\n*be*ta <i>gamma</i>'))).toBe('Alpha beta <i>gamma</i>');
	});
});
