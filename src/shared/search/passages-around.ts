import type { SearchDocument } from '../api/search-api.ts';
import type { PackedPart } from './packed/packed-part.ts';
import type { PassagePlace, Supplies } from './supplies.ts';

/** The passages of one edition around a place, among documents in memory; none where it is not among them. */
export function passagesInMemory(
	documents: readonly SearchDocument[],
	place: PassagePlace,
	around: number,
): SearchDocument[] {
	const passages = documents
		.filter((document) => document.kind === 'passage' && document.editionId === place.editionId)
		.sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
	const at = passages.findIndex((passage) => passage.ordinal === place.ordinal);
	return at < 0 ? [] : passages.slice(Math.max(0, at - around), at + around + 1);
}

/** The same in segments, with texts that are fetched where they have to be. */
export async function packedPassages(
	packed: readonly PackedPart[],
	supplies: Supplies | null,
	place: PassagePlace,
	around: number,
): Promise<SearchDocument[]> {
	for (const part of packed) {
		const documents = part
			.around(place.editionId, place.ordinal, around)
			.filter((doc) => part.groupOf(doc) >= 0)
			.map((doc) => part.get(doc).document);
		if (documents.length === 0) continue;
		const textOf = ({ ordinal = -1 }: (typeof documents)[number]) =>
			supplies?.textOf({ editionId: place.editionId, ordinal }) ?? null;
		if (documents.map(textOf).includes(null)) await supplies?.fetch();
		return documents.map((document) => ({ ...document, text: textOf(document) ?? '' }));
	}
	return [];
}
