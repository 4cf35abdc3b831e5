import type { Nodes, Parents } from 'mdast';
import { Fragment, type ReactNode, useMemo } from 'react';
import { parseMarkdown } from '#shared/markdown/markdown.ts';
import { followableAddress } from './followable-address.ts';
import styles from './MarkdownText.module.css';

interface MarkdownTextProps {
	markdown: string;
	onFollow: (address: string) => void;
}

type Follow = MarkdownTextProps['onFollow'];

/** A note's text, drawn from its syntax tree as elements. HTML in it shows as it was typed. */
export function MarkdownText({ markdown, onFollow }: MarkdownTextProps) {
	const tree = useMemo(() => parseMarkdown(markdown), [markdown]);
	return <div className={styles.markdown}>{draw(tree, onFollow)}</div>;
}

function children(node: Parents, follow: Follow): ReactNode {
	// The tree is made anew for every text and never reordered, so a position is a sound key.
	return node.children.map((child, index) => <Fragment key={String(index)}>{draw(child, follow)}</Fragment>);
}

function draw(node: Nodes, follow: Follow): ReactNode {
	switch (node.type) {
		case 'text':
		case 'html':
			return node.value;
		case 'paragraph':
			return <p>{children(node, follow)}</p>;
		case 'heading':
			// A note is part of a page that has headings of its own.
			return <p className={styles.heading}>{children(node, follow)}</p>;
		case 'emphasis':
			return <em>{children(node, follow)}</em>;
		case 'strong':
			return <strong>{children(node, follow)}</strong>;
		case 'delete':
			return <del>{children(node, follow)}</del>;
		case 'inlineCode':
			return <code>{node.value}</code>;
		case 'code':
			return (
				<pre>
					<code>{node.value}</code>
				</pre>
			);
		case 'break':
			return <br />;
		case 'thematicBreak':
			return <hr />;
		case 'blockquote':
			return <blockquote dir="auto">{children(node, follow)}</blockquote>;
		case 'list':
			return node.ordered ? (
				<ol start={node.start ?? 1} dir="auto">
					{children(node, follow)}
				</ol>
			) : (
				<ul dir="auto">{children(node, follow)}</ul>
			);
		case 'listItem':
			return (
				<li>
					{typeof node.checked === 'boolean' && <span className={styles.check}>{node.checked ? '☑ ' : '☐ '}</span>}
					{children(node, follow)}
				</li>
			);
		case 'table':
			return (
				<table dir="auto">
					<tbody>{children(node, follow)}</tbody>
				</table>
			);
		case 'tableRow':
			return <tr>{children(node, follow)}</tr>;
		case 'tableCell':
			return <td>{children(node, follow)}</td>;
		case 'link':
			return <NoteLink address={node.url} label={children(node, follow)} onFollow={follow} />;
		case 'image':
			return `${node.alt ?? ''} (${node.url})`;
		case 'definition':
			return null;
		default:
			return 'children' in node ? children(node, follow) : null;
	}
}

interface NoteLinkProps {
	address: string;
	label: ReactNode;
	onFollow: Follow;
}

/** A link in a note: its address always shown, and opened only through the dialog that asks first. */
function NoteLink({ address, label, onFollow }: NoteLinkProps) {
	const followable = followableAddress(address);
	const shown = <span className={styles.address}>{` ⟨${address}⟩`}</span>;
	if (!followable) {
		return (
			<>
				{label}
				{shown}
			</>
		);
	}
	return (
		<button type="button" className={styles.link} onClick={() => onFollow(followable)}>
			{label}
			{shown}
		</button>
	);
}
