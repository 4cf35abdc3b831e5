import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { type NoteLink, type NoteNode, noteElements } from '#shared/markdown/note-elements.ts';
import { followableAddress } from './followable-address.ts';
import styles from './MarkdownText.module.css';

/** Opens an address, after asking. Without it, as on paper, links are words. */
type Follow = ((address: string) => void) | undefined;

interface MarkdownTextProps {
	markdown: string;
	onFollow?: Follow;
}

/** A note's text, drawn as elements. HTML in it shows as it was typed. */
export function MarkdownText({ markdown, onFollow }: MarkdownTextProps) {
	const nodes = useMemo(() => noteElements(markdown), [markdown]);
	return <div className={styles.markdown}>{drawAll(nodes, onFollow)}</div>;
}

function drawAll(nodes: readonly NoteNode[], follow: Follow): ReactNode[] {
	// They are made anew for every text and never reordered, so a position is a sound key.
	return nodes.map((node, index) => <Fragment key={String(index)}>{draw(node, follow)}</Fragment>);
}

function draw(node: NoteNode, follow: Follow): ReactNode {
	if (typeof node === 'string') return node;
	if (node.tag === 'link') return <NoteAddress link={node} onFollow={follow} />;
	const { tag, role, start, dir, children } = node;
	const attributes = { className: role && styles[role], start, dir };
	// An element without children is given none: `br` and `hr` may have none.
	return children.length === 0
		? createElement(tag, attributes)
		: createElement(tag, attributes, drawAll(children, follow));
}

/** A link in a note: its address always shown, and opened only through the dialog that asks first. */
function NoteAddress({ link: { address, isBare, children }, onFollow }: { link: NoteLink; onFollow: Follow }) {
	const followable = onFollow ? followableAddress(address) : null;
	const shown = (
		<>
			{drawAll(children, onFollow)}
			{isBare ? null : <span className={styles.address}>{` ⟨${address}⟩`}</span>}
		</>
	);
	if (!onFollow || followable === null) return shown;
	return (
		<button type="button" className={styles.link} onClick={() => onFollow(followable)}>
			{shown}
		</button>
	);
}
