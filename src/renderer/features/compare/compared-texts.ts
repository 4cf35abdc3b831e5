import type { Annotation, AnnotationPlace, TextRange } from '#shared/domain/annotation.ts';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { passageGroups } from '#shared/text/compare/passage-groups.ts';
import { passageRows } from '#shared/text/compare/passage-rows.ts';

export type RowKind = 'same' | 'changed' | 'split' | 'joined' | 'moved' | 'removed' | 'added';

/** A passage in both editions, or in the one that has it; several where it was split or joined. With the notes on it. */
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

/** The words of a side, passages by line. */
export function textOf(blocks: readonly StoredBlock[]): string {
	return blocks.map(({ text }) => text).join('\n');
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
	const ordinals = (blocks: readonly StoredBlock[]) => blocks.filter(isPassage).map(({ ordinal }) => ordinal);
	const rows = passageRows({ old: ordinals(texts.old), new: ordinals(texts.new) }, pairs);
	const groups = passageGroups(rows, {
		old: (ordinal) => texts.old[ordinal]?.text ?? '',
		new: (ordinal) => texts.new[ordinal]?.text ?? '',
	});
	const compared = groups.map((group): ComparedPassages => {
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

/**
 * The row that a note stands on: of those that it runs over, the first in which something changed, since that is where it
 * has to be looked at.
 */
function rowFinder(rows: readonly ComparedPassages[], side: 'old' | 'new') {
	const byOrdinal = new Map(rows.flatMap((row) => row[side].map(({ ordinal }) => [ordinal, row] as const)));
	return ({ startOrdinal, endOrdinal }: TextRange): ComparedPassages | undefined => {
		for (let ordinal = startOrdinal; ordinal <= endOrdinal; ordinal += 1) {
			const row = byOrdinal.get(ordinal);
			if (row && row.kind !== 'same') return row;
		}
		return byOrdinal.get(startOrdinal);
	};
}

/** What was split or joined counts as changed. */
export function countKinds({ rows }: Compared): Record<Exclude<RowKind, 'split' | 'joined'>, number> {
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
