import { type Annotation, placeIn } from '#shared/domain/annotation.ts';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { passageRows } from '#shared/text/compare/passage-rows.ts';

export type RowKind = 'same' | 'changed' | 'moved' | 'removed' | 'added';

/** A passage in both editions, or in the one that has it, with the notes that begin on it. */
export interface ComparedPassage {
	kind: RowKind;
	old: StoredBlock | null;
	new: StoredBlock | null;
	notes: Annotation[];
}

export interface Compared {
	rows: ComparedPassage[];
	/** How many notes stand on neither of the two. */
	elsewhere: number;
}

interface Texts {
	old: readonly StoredBlock[];
	new: readonly StoredBlock[];
	pairs: readonly [number, number][];
	annotations: readonly Annotation[];
}

/** A note stands at its place in the new text, sure or guessed; where it has none there, at that in the old one. */
export function compareTexts({ annotations, pairs, ...texts }: Texts, oldId: EditionId, newId: EditionId): Compared {
	const ordinals = (blocks: readonly StoredBlock[]) => blocks.filter(isPassage).map(({ ordinal }) => ordinal);
	const onNew = new Map<number, Annotation[]>();
	const onOld = new Map<number, Annotation[]>();
	let elsewhere = 0;
	for (const annotation of annotations) {
		const [newer, older] = [placeIn(annotation, newId), placeIn(annotation, oldId)];
		if (newer) put(onNew, newer.startOrdinal, annotation);
		else if (older) put(onOld, older.startOrdinal, annotation);
		else if (annotation.target) elsewhere += 1;
	}
	const rows = passageRows({ old: ordinals(texts.old), new: ordinals(texts.new) }, pairs).map((row) => {
		const passages = {
			old: row.old === null ? null : (texts.old[row.old] ?? null),
			new: row.new === null ? null : (texts.new[row.new] ?? null),
		};
		const notes = [...(onNew.get(row.new ?? -1) ?? []), ...(onOld.get(row.old ?? -1) ?? [])];
		return { ...passages, notes, kind: kindOf(passages, row.isMoved) };
	});
	return { rows, elsewhere };
}

export function countKinds({ rows }: Compared): Record<RowKind, number> {
	const counts = { same: 0, changed: 0, moved: 0, removed: 0, added: 0 };
	for (const { kind } of rows) counts[kind] += 1;
	return counts;
}

function kindOf({ old, new: other }: Pick<ComparedPassage, 'old' | 'new'>, isMoved: boolean): RowKind {
	if (!old) return 'added';
	if (!other) return 'removed';
	if (isMoved) return 'moved';
	return old.text === other.text ? 'same' : 'changed';
}

function put(map: Map<number, Annotation[]>, ordinal: number, annotation: Annotation): void {
	const known = map.get(ordinal);
	if (known) known.push(annotation);
	else map.set(ordinal, [annotation]);
}
