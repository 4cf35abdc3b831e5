// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import type { MouseEvent, Ref } from 'react';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { formatNumber } from '#renderer/lib/format.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import type { RecordId } from '#shared/domain/ids.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import styles from './RecordGrid.module.css';
import { holdingTone } from './record-words.ts';

interface RecordRowProps {
	record: RecordSummary;
	index: number;
	startPx: number;
	isSelected: boolean;
	isCurrent: boolean;
	onChoose(event: MouseEvent, id: RecordId): void;
	onOpen(id: RecordId): void;
	ref: Ref<HTMLDivElement>;
}

export function rowDomId(id: RecordId | undefined): string | undefined {
	return id ? `record-${id}` : undefined;
}

const plainDate = /^\d{4}(-\d\d){0,2}$/;

/** Plain dates stand as they are, which lets the eye run down the column; marks that few can read become words. */
function shortDate(edtf: string): string {
	return plainDate.test(edtf) ? edtf : edtfWords(edtf);
}

export function RecordRow({ record, index, startPx, isSelected, isCurrent, onChoose, onOpen, ref }: RecordRowProps) {
	const { id, title, kind, creators, dates, languages, holding, annotationCount } = record;
	const edtf = mainDate(dates);
	const byline = creators.map(({ name }) => name).join(', ');
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
		<div
			ref={ref}
			id={rowDomId(id)}
			role="row"
			aria-rowindex={index + 2}
			aria-selected={isSelected}
			data-index={index}
			className={classes(
				grid.row,
				styles.row,
				grid.body,
				isCurrent && grid.current,
				holding === 'described-only' && styles.described,
			)}
			// Subtle: the one thing about a row that only the virtualiser knows.
			style={{ transform: `translateY(${startPx}px)` }}
			onClick={(event) => onChoose(event, id)}
			onDoubleClick={() => onOpen(id)}
		>
			<div role="gridcell" className={classes(grid.cell, styles.cell, styles.title)}>
				<span className={styles.name} lang={languages[0] ?? ''}>
					{title}
				</span>
				<span className={styles.byline}>{byline}</span>
				<span className={styles.narrowLine} aria-hidden>
					{[recordKindName(kind), edtfWords(edtf)].join(' · ')}
				</span>
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.cell, styles.kind)}>
				{recordKindName(kind)}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.cell, styles.date)} title={edtfWords(edtf)}>
				{edtf === '' ? <span className={styles.none}>{message('date.undated')}</span> : shortDate(edtf)}
			</div>
			<div
				role="gridcell"
				className={classes(grid.cell, styles.cell, styles.language)}
				title={languages.map(languageName).join(', ')}
			>
				{languages.join(', ')}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.cell, styles.holding)}>
				<Chip tone={holdingTone(holding)}>{message(`record.holding.${holding}`)}</Chip>
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.cell, styles.notes)}>
				{annotationCount > 0 ? formatNumber(annotationCount) : ''}
			</div>
		</div>
	);
}
