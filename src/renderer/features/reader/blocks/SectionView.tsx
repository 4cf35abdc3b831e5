import { memo } from 'react';
import { sectionAttribute } from '#renderer/lib/passage-dom.ts';
import type { TextSection } from '#shared/domain/text-outline.ts';
import { heavyAttribute } from '../text/lay-out-ahead.ts';
import type { SectionTurns } from '../text/section-turns.ts';
import { isHeavy, partsOf, type TextPart, type TextUnit } from '../text/text-sections.ts';
import { useIsDrawn } from '../text/use-drawn-sections.ts';
import { BlockView } from './BlockView.tsx';
import styles from './blocks.module.css';
import { heightPxOf, intrinsicHeight } from './height-for.ts';
import { ListView } from './ListView.tsx';
import { TableView } from './TableView.tsx';

interface SectionViewProps {
	section: TextSection;
	/** Its place among the sections. */
	index: number;
	turns: SectionTurns;
}

/** Some screens of text, drawn as one. Until its turn comes, an empty section of about the right height. */
export const SectionView = memo(function SectionView({ section, index, turns }: SectionViewProps) {
	const isDrawn = useIsDrawn(turns, index);
	return (
		<div
			{...{ [sectionAttribute]: section.firstOrdinal }}
			style={isDrawn ? undefined : { blockSize: heightPxOf(section.weight) }}
		>
			{isDrawn && partsOf(turns.unitsOf(index)).map((part) => <PartView key={keyOf(part.units[0])} part={part} />)}
		</div>
	);
});

/** Of a bundle in sight only what is seen itself, or nearly, is laid out: with each frame, or another size of the letters. */
function PartView({ part: { units, weight } }: { part: TextPart }) {
	return (
		<div className={styles.part} {...(isHeavy(weight) && { [heavyAttribute]: '' })} style={intrinsicHeight(weight)}>
			{units.map((unit) => (
				<UnitView key={keyOf(unit)} unit={unit} />
			))}
		</div>
	);
}

function UnitView({ unit }: { unit: TextUnit }) {
	if (unit.type === 'list') return <ListView items={unit.items} />;
	if (unit.type === 'table') return <TableView rows={unit.rows} />;
	return <BlockView block={unit.block} />;
}

function keyOf(unit: TextUnit | undefined): number | undefined {
	if (!unit) return undefined;
	if (unit.type === 'block') return unit.block.ordinal;
	return unit.type === 'list' ? unit.items[0]?.ordinal : unit.rows[0]?.cells[0]?.ordinal;
}
