import type { ReactNode } from 'react';
import type { MarkKind, StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { type InlineNode, nestMarks } from '../text/mark-tree.ts';
import styles from './blocks.module.css';
import { useEdition } from './edition-context.ts';
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
	const doubtful = useEdition().doubtful.get(block.ordinal) ?? [];
	const marks = [...(block.marks ?? []), ...doubtful];
	return marks.length > 0 ? draw(nestMarks(block.text, marks), block.text) : block.text;
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
		if (mark.kind === 'doubtful') {
			const words = message('recognition.doubtful', { confidence: mark.confidence });
			return (
				<mark key={key} className={styles.doubtful} title={words}>
					{draw(children, text)}
				</mark>
			);
		}
		const Element = elements[mark.kind];
		return <Element key={key}>{draw(children, text)}</Element>;
	});
}
