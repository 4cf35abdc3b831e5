import { Link } from '@tanstack/react-router';
import { memo, useMemo } from 'react';
import { type FigureEdition, LoneFigure } from '#renderer/features/reader/index.ts';
import { ChangedWords } from '#renderer/ui/ChangedWords.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { quoteOf } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { message } from '#shared/messages/messages.ts';
import { type Change, wordChanges } from '#shared/text/compare/word-changes.ts';
import styles from './ComparePage.module.css';
import { type ComparedNote, type ComparedPassages, isFigureRow, textOf } from './compared-texts.ts';

interface ComparedRowProps {
	row: ComparedPassages;
	sides: Record<'old' | 'new', FigureEdition>;
	recordId: RecordId;
}

/** A passage or picture as it was, as it is, and the notes on it. */
export const ComparedRow = memo(function ComparedRow({ row, sides, recordId }: ComparedRowProps) {
	const { old, new: other, kind, notes } = row;
	const changes = useMemo(() => wordChanges(textOf(old), textOf(other)), [old, other]);
	// A picture has its name anyway; what it was called is seen where it is called something else now.
	const isNamed = old.length > 0 && other.length > 0 && textOf(old) !== textOf(other);
	const shown = isFigureRow(row) && !isNamed ? [] : changes;
	const isSaid = kind !== 'same' && (kind !== 'changed' || isFigureRow(row));
	return (
		<>
			<Side {...{ recordId, blocks: old, changes: shown }} own="removed" edition={sides.old} />
			<Side {...{ recordId, blocks: other, changes: shown }} own="added" edition={sides.new} />
			<div className={styles.notes}>
				{isSaid && <Chip>{message(`compare.kind.${kind}`)}</Chip>}
				{notes.map((note) => (
					<Note key={note.annotation.id} {...note} />
				))}
			</div>
		</>
	);
});

interface SideProps {
	blocks: readonly StoredBlock[];
	changes: readonly Change[];
	/** The kind of change that this side alone has. */
	own: 'removed' | 'added';
	edition: FigureEdition;
	recordId: RecordId;
}

function Side({ blocks, changes, own, edition, recordId }: SideProps) {
	const [first] = blocks;
	const name = message(own === 'removed' ? 'compare.old' : 'compare.new');
	if (!first) return <div className={styles.side} />;
	return (
		<div className={styles.side}>
			{first.kind === 'figure' ? (
				<>
					<span className={styles.number} data-name={name}>
						<span className="visually-hidden">{name}</span>
					</span>
					<LoneFigure edition={edition} block={first} />
				</>
			) : (
				<Link
					className={styles.number}
					data-name={name}
					title={message('compare.open')}
					to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
					params={{ recordId, editionId: edition.editionId ?? undefined, ordinal: String(first.ordinal) }}
				>
					<span className="visually-hidden">{name} </span>
					{numbersOf(blocks)}
				</Link>
			)}
			{changes.length > 0 && (
				<p className={styles.text} lang={edition.language || undefined} dir="auto">
					<ChangedWords changes={changes} own={own} />
				</p>
			)}
		</div>
	);
}

/** "¶ 3" or "¶ 3–4"; the sign alone where nothing is counted. */
function numbersOf(blocks: readonly StoredBlock[]): string {
	const numbers = blocks.flatMap(({ number }) => number ?? []);
	const [first, last] = [numbers[0], numbers.at(-1)];
	if (first === undefined) return '¶';
	return first === last ? `¶ ${first}` : `¶ ${first}–${last}`;
}

function Note({ annotation, range, placement }: ComparedNote) {
	const { id, recordId, purpose, body } = annotation;
	const state = placement === 'placed' ? '' : ` · ${message(`annotations.placement.${placement}`)}`;
	return (
		<Link
			className={styles.note}
			data-purpose={purpose}
			to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
			params={{
				recordId,
				editionId: range.editionId,
				ordinal: String(range.startOrdinal),
				annotationId: id,
			}}
		>
			<b>{message(`purpose.${purpose}`)}</b>
			{state}
			<q className={styles.quote} dir="auto">
				{quoteOf(annotation)}
			</q>
			{body === '' ? null : <span className={styles.body}>{plainText(body)}</span>}
		</Link>
	);
}
