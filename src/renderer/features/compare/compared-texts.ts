import type { Annotation, AnnotationPlace, TextRange } from '#shared/domain/annotation.ts';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { type PassageGroup, passageGroups } from '#shared/text/compare/passage-groups.ts';
import { type PassageRow, passageRows } from '#shared/text/compare/passage-rows.ts';
import { figurePairs, isSameFigure } from './figure-pairs.ts';

export type RowKind = 'same' | 'changed' | 'split' | 'joined' | 'moved' | 'removed' | 'added';

/**
 * A passage in both editions, or in the one that has it; several where it was split or joined. With the notes on it. Or a
 * picture, in both or in the one that has it.
 */
export interface ComparedPassages {
	kind: RowKind;
	old: StoredBlock[];
	new: StoredBlock[];
	/** Those that begin on one of them; one that runs over several rows stands on the first of these that is not the same. */
	notes: ComparedNote[];
}

export interface ComparedNote {
	annotation: Annotation;
	/** In the new text, sure or guessed; where it has no place there, in the old one. */
	range: TextRange;
	/** How it stands in the new text, if that is known. */
	placement: Annotation['placement'];
}

/** The words of a side, passages by line; of a picture, what its document says of it. */
export function textOf(blocks: readonly StoredBlock[]): string {
	return blocks.map(({ text, figure }) => figure?.alt ?? text).join('\n');
}

export function isFigureRow({ old, new: other }: Pick<ComparedPassages, 'old' | 'new'>): boolean {
	return (other[0] ?? old[0])?.kind === 'figure';
}

export interface Compared {
	rows: ComparedPassages[];
	/** How many notes stand on neither of the two. */
	elsewhere: number;
}

interface Side {
	id: EditionId;
	blocks: readonly StoredBlock[];
	/** Of the notes that were made on another edition. */
	places: readonly AnnotationPlace[];
}

interface Texts {
	old: Side;
	new: Side;
	pairs: readonly [number, number][];
	annotations: readonly Annotation[];
}

/** A note stands at its place in the new text, sure or guessed; where it has none there, at that in the old one. */
export function compareTexts({ annotations, pairs, old, new: other }: Texts): Compared {
	const texts = { old: old.blocks, new: other.blocks };
	const [inNew, inOld] = [placesOf(other), placesOf(old)];
	const ordinals = (blocks: readonly StoredBlock[]) => blocks.filter(isCompared).map(({ ordinal }) => ordinal);
	const rows = passageRows({ old: ordinals(texts.old), new: ordinals(texts.new) }, [
		...pairs,
		...figurePairs(texts, pairs),
	]);
	const compared = groupRows(rows, texts).map((group): ComparedPassages => {
		const passages = {
			old: group.old.flatMap((ordinal) => texts.old[ordinal] ?? []),
			new: group.new.flatMap((ordinal) => texts.new[ordinal] ?? []),
		};
		return { ...passages, notes: [], kind: kindOf(passages, group.isMoved) };
	});
	const [onNew, onOld] = [rowFinder(compared, 'new'), rowFinder(compared, 'old')];
	const left: [ComparedPassages | undefined, ComparedNote][] = [];
	let elsewhere = 0;
	for (const annotation of annotations) {
		const [newer, older] = [inNew(annotation), inOld(annotation)];
		if (newer?.range) onNew(newer.range)?.notes.push({ annotation, range: newer.range, placement: newer.placement });
		else if (older?.range)
			left.push([onOld(older.range), { annotation, range: older.range, placement: (newer ?? older).placement }]);
		else if (annotation.target) elsewhere += 1;
	}
	for (const [row, note] of left) row?.notes.push(note);
	return { rows: compared, elsewhere };
}

function isCompared(block: StoredBlock): boolean {
	return isPassage(block) || block.kind === 'figure';
}

/** Split and joined passages as one, whatever pictures stand among them; these come behind. */
function groupRows(rows: readonly PassageRow[], texts: Record<'old' | 'new', readonly StoredBlock[]>): PassageGroup[] {
	const isFigure = ({ old, new: other }: PassageRow) =>
		(other === null ? texts.old[old ?? -1] : texts.new[other])?.kind === 'figure';
	const groups = passageGroups(
		rows.filter((row) => !isFigure(row)),
		{
			old: (ordinal) => texts.old[ordinal]?.text ?? '',
			new: (ordinal) => texts.new[ordinal]?.text ?? '',
		},
	);
	const groupsOf = {
		old: new Map(groups.flatMap((group) => group.old.map((ordinal) => [ordinal, group] as const))),
		new: new Map(groups.flatMap((group) => group.new.map((ordinal) => [ordinal, group] as const))),
	};
	// A group stands where its first row does.
	return [...new Set(rows.map((row) => groupOf(row, groupsOf)))];
}

function groupOf(
	{ old, new: other, isMoved }: PassageRow,
	groupsOf: Record<'old' | 'new', ReadonlyMap<number, PassageGroup>>,
): PassageGroup {
	const known = other === null ? groupsOf.old.get(old ?? -1) : groupsOf.new.get(other);
	return known ?? { old: old === null ? [] : [old], new: other === null ? [] : [other], isMoved };
}

/**
 * The row that a note stands on: of those that it runs over, the first in which something changed, since that is where it
 * has to be looked at.
 */
function rowFinder(rows: readonly ComparedPassages[], side: 'old' | 'new') {
	const passages = rows.filter((row) => !isFigureRow(row));
	const byOrdinal = new Map(passages.flatMap((row) => row[side].map(({ ordinal }) => [ordinal, row] as const)));
	return ({ startOrdinal, endOrdinal }: TextRange): ComparedPassages | undefined => {
		for (let ordinal = startOrdinal; ordinal <= endOrdinal; ordinal += 1) {
			const row = byOrdinal.get(ordinal);
			if (row && row.kind !== 'same') return row;
		}
		return byOrdinal.get(startOrdinal);
	};
}

/** What was split or joined counts as changed. */
export function countKinds(rows: readonly ComparedPassages[]): Record<Exclude<RowKind, 'split' | 'joined'>, number> {
	const counts = { same: 0, changed: 0, moved: 0, removed: 0, added: 0 };
	for (const { kind } of rows) counts[kind === 'split' || kind === 'joined' ? 'changed' : kind] += 1;
	return counts;
}

function kindOf({ old, new: other }: Pick<ComparedPassages, 'old' | 'new'>, isMoved: boolean): RowKind {
	if (old.length === 0) return 'added';
	if (other.length === 0) return 'removed';
	if (other.length > 1) return 'split';
	if (old.length > 1) return 'joined';
	if (isMoved) return 'moved';
	if (old[0]?.kind === 'figure' && other[0]) return isSameFigure(old[0], other[0]) ? 'same' : 'changed';
	return textOf(old) === textOf(other) ? 'same' : 'changed';
}

/** Where notes stand in an edition, whether its record shows it or not. */
function placesOf({ id: editionId, places }: Side): (annotation: Annotation) => Omit<AnnotationPlace, 'id'> | null {
	const known = new Map<AnnotationId, AnnotationPlace>(places.map((place) => [place.id, place]));
	return (annotation) => {
		const { id, target } = annotation;
		return target?.editionId === editionId ? { range: target, placement: 'placed' } : (known.get(id) ?? null);
	};
}
