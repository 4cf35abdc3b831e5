import { Fragment, type ReactNode } from 'react';
import type { MarkKind, StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import type { NotedPart } from '../print/printed-notes.ts';
import { type InlineNode, nestMarks } from '../text/mark-tree.ts';
import styles from './blocks.module.css';
import { useEdition } from './edition-context.ts';
import { NoteReference } from './NoteReference.tsx';
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

const none: readonly NotedPart[] = [];

/**
 * The stored text of a block as text nodes, exactly and wholly, within inline elements for its marks.
 *
 * @param noted only on paper, where the numbers of the notes stand between its words
 */
export function InlineText({ block, noted = none }: { block: StoredBlock; noted?: readonly NotedPart[] | undefined }) {
	const { doubtful, notes } = useEdition();
	const marks = [...(block.marks ?? []), ...(doubtful.get(block.ordinal) ?? []), ...noted];
	if (marks.length === 0) return block.text;
	return draw(nestMarks(block.text, marks), block.text, (start) => notes.find(block.ordinal, start));
}

/** @param noteAt the note that a raised sign refers to, by where it begins. */
function draw(nodes: readonly InlineNode[], text: string, noteAt: (start: number) => number | undefined): ReactNode {
	return nodes.map((node) => {
		if (node.type === 'text') return text.slice(node.start, node.end);
		const { mark, children } = node;
		const key = `${mark.kind}-${mark.start}`;
		if (mark.kind === 'link') {
			return (
				<SourceLink key={key} address={mark.value ?? ''}>
					{draw(children, text, noteAt)}
				</SourceLink>
			);
		}
		if (mark.kind === 'doubtful') {
			const words = message('recognition.doubtful', { confidence: mark.confidence });
			return (
				<mark key={key} className={styles.doubtful} title={words}>
					{draw(children, text, noteAt)}
				</mark>
			);
		}
		if (mark.kind === 'noted') {
			return (
				<Fragment key={`${key}-${mark.number}-${mark.partEnd}`}>
					<span className={styles.noted} data-purpose={mark.purpose}>
						{draw(children, text, noteAt)}
					</span>
					{mark.number !== null && mark.end === mark.partEnd ? (
						<sup className={styles.noteNumber}>{`[${mark.number}]`}</sup>
					) : null}
				</Fragment>
			);
		}
		const note = mark.kind === 'superscript' ? noteAt(mark.start) : undefined;
		if (note !== undefined) {
			return (
				<NoteReference key={key} ordinal={note}>
					{draw(children, text, noteAt)}
				</NoteReference>
			);
		}
		const Element = elements[mark.kind];
		return <Element key={key}>{draw(children, text, noteAt)}</Element>;
	});
}
