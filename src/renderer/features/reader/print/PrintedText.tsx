import { createElement, useMemo } from 'react';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import { useEdition } from '../blocks/edition-context.ts';
import { InlineText } from '../blocks/InlineText.tsx';
import { groupBlocks } from '../text/text-sections.ts';
import { NoteText } from './EndNotes.tsx';
import styles from './PrintedDocument.module.css';
import { PrintedFigure } from './PrintedFigure.tsx';
import { PrintedTable } from './PrintedTable.tsx';
import { type NotedPart, notedParts, type PrintedNote } from './printed-notes.ts';

interface PrintedTextProps {
	blocks: readonly StoredBlock[];
	/** Printed above: a text that begins with its own title does not say it twice. */
	title: string;
	notes: readonly PrintedNote[];
	isInMargin: boolean;
}

/** Every passage with its ¶ number before it and, in the margin, what was noted on it. */
export function PrintedText({ blocks, title, notes, isInMargin }: PrintedTextProps) {
	const units = useMemo(() => groupBlocks(blocks), [blocks]);
	const byOrdinal = useMemo(() => byPassage(notes), [notes]);
	const noted = useMemo(() => notedParts(notes, blocks), [notes, blocks]);
	const passage = (block: StoredBlock) => (
		<Passage
			key={block.ordinal}
			block={block}
			isTitle={block.kind === 'title' && block.text.trim() === title}
			notes={byOrdinal.get(block.ordinal) ?? []}
			noted={noted.get(block.ordinal)}
			isInMargin={isInMargin}
		/>
	);
	return units.map((unit) => {
		if (unit.type === 'block') return passage(unit.block);
		if (unit.type === 'list') return unit.items.map(passage);
		const cells = unit.rows.flatMap((row) => row.cells);
		const tableNotes = cells.flatMap(({ ordinal }) => byOrdinal.get(ordinal) ?? []);
		return (
			<div key={cells[0]?.ordinal} className={styles.row}>
				<span />
				<PrintedTable rows={unit.rows} noted={noted} isBesideNotes={isInMargin} />
				{isInMargin ? <MarginNotes notes={tableNotes} /> : null}
			</div>
		);
	});
}

function byPassage(notes: readonly PrintedNote[]): ReadonlyMap<number, PrintedNote[]> {
	const groups = new Map<number, PrintedNote[]>();
	for (const note of notes) {
		if (note.range) groups.set(note.range.endOrdinal, [...(groups.get(note.range.endOrdinal) ?? []), note]);
	}
	return groups;
}

interface PassageProps {
	block: StoredBlock;
	isTitle: boolean;
	/** Those that end in it. */
	notes: readonly PrintedNote[];
	/** Of all that are on it. */
	noted: readonly NotedPart[] | undefined;
	isInMargin: boolean;
}

function Passage({ block, isTitle, notes, noted, isInMargin }: PassageProps) {
	const { headingLevels, language } = useEdition();
	if (block.kind === 'rule') return <hr className={styles.rule} />;
	if (block.figure)
		return (
			<div className={styles.row} data-kind="figure">
				<span />
				<PrintedFigure block={block} />
			</div>
		);
	if (!isPassage(block) || (isTitle && !noted)) return null;
	const level = headingLevels.get(block.ordinal) ?? 2;
	const isHeading = block.kind === 'heading' || block.kind === 'title';
	return (
		<div className={styles.row} data-kind={block.kind}>
			<span className={styles.number}>{block.number ?? ''}</span>
			{createElement(
				isHeading ? `h${level}` : 'p',
				{
					className: styles.text,
					'data-kind': block.kind,
					'data-depth': Math.min(block.level ?? 1, 6),
					'data-wrapped': block.wrapped ?? false,
					lang: block.language || language || undefined,
					dir: 'auto',
				},
				block.kind === 'item' ? `${block.marker ?? '•'} ` : null,
				<InlineText key="text" block={block} noted={noted} />,
			)}
			{isInMargin ? <MarginNotes notes={notes} /> : null}
		</div>
	);
}

function MarginNotes({ notes }: { notes: readonly PrintedNote[] }) {
	return (
		<div className={styles.margin}>
			{notes.map((note) => (
				<NoteText key={note.number} note={note} />
			))}
		</div>
	);
}
