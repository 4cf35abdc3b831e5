import type { Placement } from '../domain/annotation.ts';
import type { EditionId } from '../domain/ids.ts';
import type { PassageRange } from '../text/anchor/text-stream.ts';
import { formatRange } from './range-fragment.ts';
import { addressOf } from './vocabulary.ts';

/** Where words are in one edition that they were not marked or linked in, as alignment found or a person said. */
export interface KnownPlace {
	editionId: EditionId;
	textSha256: string;
	state: Placement;
	/** Null exactly when unplaced or left. */
	range: PassageRange | null;
	method: string;
	score: number;
	margin: number;
}

/** The property that they stand under, where there are any; in the order of the editions' ids. */
export function writePlaces<K extends string>(key: K, places: readonly KnownPlace[]): Partial<Record<K, object[]>> {
	const written = places.toSorted((a, b) => (a.editionId < b.editionId ? -1 : 1)).map(writePlace);
	return (written.length > 0 ? { [key]: written } : {}) as Partial<Record<K, object[]>>;
}

function writePlace({ editionId, textSha256, state, range, method, score, margin }: KnownPlace): object {
	return {
		edition: addressOf(editionId),
		textSha256,
		state,
		...(range && { range: formatRange({ editionId, ...range }) }),
		...{ method, score, margin },
	};
}
