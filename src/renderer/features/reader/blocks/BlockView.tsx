import type { ComponentType } from 'react';
import { type BlockKind, isPassage, type StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { FigureView } from '../figures/FigureView.tsx';
import styles from './blocks.module.css';
import { useEdition } from './edition-context.ts';
import { Margin } from './Margin.tsx';
import { PassageText } from './PassageText.tsx';

interface BlockProps {
	block: StoredBlock;
}

/** Kinds that stand by themselves; items and cells are drawn in runs (`ListView`, `TableView`). */
const views: Record<Exclude<BlockKind, 'item' | 'cell'>, ComponentType<BlockProps>> = {
	title: Title,
	heading: Heading,
	paragraph: Paragraph,
	quotation: Quotation,
	verse: Verse,
	preformatted: Preformatted,
	caption: Caption,
	note: Note,
	figure: FigureView,
	'page-break': PageBreak,
	rule: Rule,
};

const standsWithoutText: ReadonlySet<BlockKind> = new Set(['figure', 'page-break', 'rule']);

export function BlockView({ block }: BlockProps) {
	// An item or cell that a damaged run left alone still has text to read.
	const View = block.kind === 'item' || block.kind === 'cell' ? Paragraph : views[block.kind];
	if (!isPassage(block) && !standsWithoutText.has(block.kind)) return null;
	return (
		<div className={styles.block}>
			<View block={block} />
			<Margin block={block} />
		</div>
	);
}

function Title({ block }: BlockProps) {
	return <PassageText as="h2" block={block} className={styles.title} />;
}

function Heading({ block }: BlockProps) {
	const level = useEdition().headingLevels.get(block.ordinal) ?? 2;
	return <PassageText as={`h${level}`} block={block} className={styles.heading} />;
}

function Paragraph({ block }: BlockProps) {
	return <PassageText as="p" block={block} />;
}

function Quotation({ block }: BlockProps) {
	return (
		<blockquote className={styles.quotation} data-depth={Math.min(block.level ?? 1, 4)} dir="auto">
			<PassageText as="p" block={block} />
		</blockquote>
	);
}

function Verse({ block }: BlockProps) {
	return <PassageText as="p" block={block} className={styles.verse} />;
}

function Preformatted({ block }: BlockProps) {
	return <PassageText as="pre" block={block} className={styles.preformatted} />;
}

function Caption({ block }: BlockProps) {
	return <PassageText as="p" block={block} className={styles.caption} />;
}

function Note({ block }: BlockProps) {
	return <PassageText as="p" block={block} className={styles.note} role="note" />;
}

function PageBreak({ block: { page } }: BlockProps) {
	const label = page === undefined ? message('reader.page-break') : message('reader.page', { page });
	return <hr className={styles.pageBreak} aria-label={label} title={label} />;
}

function Rule() {
	return <hr className={styles.rule} />;
}
