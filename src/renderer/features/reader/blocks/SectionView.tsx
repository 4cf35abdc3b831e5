import { memo } from 'react';
import { sectionAttribute } from '#renderer/lib/passage-dom.ts';
import type { TextSection, TextUnit } from '../text/text-sections.ts';
import { BlockView } from './BlockView.tsx';
import styles from './blocks.module.css';
import { ListView } from './ListView.tsx';
import { TableView } from './TableView.tsx';

interface SectionViewProps {
	section: TextSection;
	/** False until its turn comes: an empty section of about the right height. */
	isDrawn: boolean;
}

/** Some screens of text: what the browser lays out, or leaves, as one. */
export const SectionView = memo(function SectionView({ section, isDrawn }: SectionViewProps) {
	return (
		<div className={styles.section} {...{ [sectionAttribute]: section.firstOrdinal }}>
			{isDrawn && section.units.map((unit) => <UnitView key={keyOf(unit)} unit={unit} />)}
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
