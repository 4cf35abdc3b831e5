import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, markKinds } from '#shared/domain/block.ts';
import { type InlineNode, nestMarks } from './mark-tree.ts';

const mark = fc.record({ start: fc.nat(40), end: fc.nat(40), kind: fc.constantFrom(...markKinds) });

function leaves(nodes: InlineNode[], around: string[] = []): { start: number; end: number; kinds: string[] }[] {
	return nodes.flatMap((node) =>
		node.type === 'text'
			? [{ start: node.start, end: node.end, kinds: around }]
			: leaves(node.children, [...around, node.mark.kind]),
	);
}

describe('nestMarks', () => {
	it('leaves plain text in one piece', () => {
		expect(nestMarks('alpha')).toEqual([{ type: 'text', start: 0, end: 5 }]);
		expect(nestMarks('')).toEqual([]);
	});

	it('keeps a link whole where another mark crosses its end', () => {
		const marks: Mark[] = [
			{ start: 0, end: 7, kind: 'emphasis' },
			{ start: 4, end: 10, kind: 'link', value: 'https://example.org/' },
		];
		const links = nestMarks('alpha beta', marks).filter((node) => node.type === 'mark' && node.mark.kind === 'link');
		expect(links).toHaveLength(1);
		expect(leaves(links)).toEqual([
			{ start: 4, end: 7, kinds: ['link', 'emphasis'] },
			{ start: 7, end: 10, kinds: ['link'] },
		]);
	});

	it('covers every unit once, in order, with all the kinds that mark it', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 40 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
				const all = leaves(nestMarks(text, marks));
				let at = 0;
				for (const leaf of all) {
					expect(leaf.start).toBe(at);
					expect(leaf.end).toBeGreaterThan(leaf.start);
					at = leaf.end;
					const expected = marks.filter(({ start, end }) => start <= leaf.start && leaf.end <= end && start < end);
					expect(new Set(leaf.kinds)).toEqual(new Set(expected.map(({ kind }) => kind)));
				}
				expect(at).toBe(text.length);
			}),
		);
	});
});
