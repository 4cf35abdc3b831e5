import { isPassage, type StoredBlock } from '#shared/domain/block.ts';

interface Texts {
	old: readonly StoredBlock[];
	new: readonly StoredBlock[];
}

type Pairs = readonly (readonly [old: number, new: number])[];

/** A picture, and after which passage of its text it stands, by ordinal; -1 before the first. */
interface PlacedFigure {
	block: StoredBlock;
	after: number;
}

/**
 * Which picture of one text is which of another, by ordinal: the same picture behind the same passage first, since an emblem
 * may stand in a text a hundred times; then the same picture anywhere; then another one in its place.
 * @param passages those that are counterparts
 */
export function figurePairs(texts: Texts, passages: Pairs): [old: number, new: number][] {
	const [before, after] = [placeFigures(texts.old), placeFigures(texts.new)];
	if (before.length === 0 || after.length === 0) return [];
	const newOf = new Map(passages);
	const pairs: [number, number][] = [];
	const paired = { old: new Set<number>(), new: new Set<number>() };
	const pairBy = (oldKey: (figure: PlacedFigure) => string, newKey: (figure: PlacedFigure) => string) => {
		const waiting = new Map<string, PlacedFigure[]>();
		for (const figure of after) {
			if (!paired.new.has(figure.block.ordinal)) listIn(waiting, newKey(figure)).push(figure);
		}
		for (const figure of before) {
			const { ordinal } = figure.block;
			const found = paired.old.has(ordinal) ? undefined : waiting.get(oldKey(figure))?.shift();
			if (!found) continue;
			pairs.push([ordinal, found.block.ordinal]);
			paired.old.add(ordinal);
			paired.new.add(found.block.ordinal);
		}
	};
	/** '' of a passage that has no counterpart: nothing stands there. */
	const placeOf = ({ after: ordinal }: PlacedFigure) => String(ordinal < 0 ? ordinal : (newOf.get(ordinal) ?? ''));
	const nameOf = ({ block }: PlacedFigure) => pictureKey(block);
	pairBy(
		(figure) => `${placeOf(figure)} ${nameOf(figure)}`,
		(figure) => `${figure.after} ${nameOf(figure)}`,
	);
	pairBy(nameOf, nameOf);
	pairBy(placeOf, (figure) => String(figure.after));
	return pairs;
}

/** Whether two pictures are one, and are called the same. */
export function isSameFigure(one: StoredBlock, other: StoredBlock): boolean {
	return pictureKey(one) === pictureKey(other) && one.figure?.alt === other.figure?.alt;
}

/** What a picture is told by: its bytes; where these are not to be had, what its document says of it. */
function pictureKey({ figure = {} }: StoredBlock): string {
	const { picture, obstacle, address, alt } = figure;
	return picture ? picture.sha256 : JSON.stringify([obstacle, address, alt]);
}

function placeFigures(blocks: readonly StoredBlock[]): PlacedFigure[] {
	const placed: PlacedFigure[] = [];
	let after = -1;
	for (const block of blocks) {
		if (block.kind === 'figure') placed.push({ block, after });
		else if (isPassage(block)) after = block.ordinal;
	}
	return placed;
}

function listIn<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
}
