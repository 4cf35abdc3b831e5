import { memo } from 'react';
import { sectionAttribute } from '#renderer/lib/passage-dom.ts';
import type { TextSection } from '#shared/domain/text-outline.ts';
import type { SectionTurns } from '../text/section-turns.ts';
import type { TextUnit } from '../text/text-sections.ts';
import { useIsDrawn } from '../text/use-drawn-sections.ts';
import { BlockView } from './BlockView.tsx';
import styles from './blocks.module.css';
import { ListView } from './ListView.tsx';
import { TableView } from './TableView.tsx';

/** Sixty-six a line of thirty pixels: for sections that are not laid out yet. */
const heightPxOfCharacter = 0.5;

interface SectionViewProps {
	section: TextSection;
	/** Its place among the sections. */
	index: number;
	turns: SectionTurns;
}

/**
 * Some screens of text: what the browser lays out, or leaves, as one. Until its turn comes, an empty section of about the
 * right height.
 */
export const SectionView = memo(function SectionView({ section, index, turns }: SectionViewProps) {
	const isDrawn = useIsDrawn(turns, index);
	return (
		<div
			className={styles.section}
			{...{ [sectionAttribute]: section.firstOrdinal }}
			style={{ containIntrinsicBlockSize: `auto ${Math.round(section.weight * heightPxOfCharacter)}px` }}
		>
			{isDrawn && turns.unitsOf(index).map((unit) => <UnitView key={keyOf(unit)} unit={unit} />)}
		</div>
	);
});

function UnitView({ unit }: { unit: TextUnit }) {
	if (unit.type === 'list') return <ListView items={unit.items} />;
	if (unit.type === 'table') return <TableView rows={unit.rows} />;
	return <BlockView block={unit.block} />;
}

function keyOf(unit: TextUnit): number | undefined {
	if (unit.type === 'block') return unit.block.ordinal;
	return unit.type === 'list' ? unit.items[0]?.ordinal : unit.rows[0]?.cells[0]?.ordinal;
}
