import type { ReactNode } from 'react';
import type { MarkKind, StoredBlock } from '#shared/domain/block.ts';
import { type InlineNode, nestMarks } from '../text/mark-tree.ts';
import { SourceLink } from './SourceLink.tsx';

const elements = {
	emphasis: 'em',
	strong: 'strong',
	superscript: 'sup',
	subscript: 'sub',
	underline: 'u',
	strike: 's',
	code: 'code',
} as const satisfies Record<Exclude<MarkKind, 'link'>, string>;

/** The stored text of a block as text nodes, exactly and wholly, within inline elements for its marks. */
export function InlineText({ block }: { block: StoredBlock }) {
	return block.marks?.length ? draw(nestMarks(block.text, block.marks), block.text) : block.text;
}

function draw(nodes: readonly InlineNode[], text: string): ReactNode {
	return nodes.map((node) => {
		if (node.type === 'text') return text.slice(node.start, node.end);
		const { mark, children } = node;
		const key = `${mark.kind}-${mark.start}`;
		if (mark.kind === 'link') {
			return (
				<SourceLink key={key} address={mark.value ?? ''}>
					{draw(children, text)}
				</SourceLink>
			);
		}
		const Element = elements[mark.kind];
		return <Element key={key}>{draw(children, text)}</Element>;
	});
}
