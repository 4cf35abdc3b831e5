import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** A text that was read beside another. */
export interface BesideEnd {
	recordId: RecordId;
	editionId: EditionId;
}

/** Two texts that were put beside each other by hand. */
export type BesidePair = readonly [BesideEnd, BesideEnd];

const mostPairs = 200;

/**
 * Profile key of the pairs of an archive, newest first. What is compared with what says much about a person, as what is
 * read does: it stays on this device.
 */
export function besidePairsKey(archiveId: string): string {
	return `beside.pairs.${archiveId}`;
}

/** Those with this pair first, in whichever order it is put; each pair once. */
export function withPair(pairs: readonly BesidePair[], [one, other]: BesidePair): BesidePair[] {
	const isSame = ([a, b]: BesidePair) => (isText(a, one) && isText(b, other)) || (isText(a, other) && isText(b, one));
	return [[one, other] as const, ...pairs.filter((pair) => !isSame(pair))].slice(0, mostPairs);
}

/**
 * What was beside a text last; else what was beside another edition of its record, where that is of another record. Null for
 * a text that was never beside another.
 */
export function lastBeside(pairs: readonly BesidePair[], text: BesideEnd): BesideEnd | null {
	const others = pairs.flatMap(([a, b]) => [
		{ own: a, other: b },
		{ own: b, other: a },
	]);
	const found =
		others.find(({ own }) => isText(own, text)) ??
		others.find(({ own, other }) => own.recordId === text.recordId && other.recordId !== text.recordId);
	return found?.other ?? null;
}

function isText(a: BesideEnd, b: BesideEnd): boolean {
	return a.editionId === b.editionId;
}
