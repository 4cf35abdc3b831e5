import type { TextRange } from '#shared/domain/annotation.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import {
	type Link,
	type LinkEnd,
	type LinkPlace,
	type LinkView,
	otherSide,
	ownSide,
	shownRange,
} from '#shared/domain/link.ts';
import { mainDate, type RecordDate } from '#shared/domain/record.ts';
import type { SeenLink } from './links-repository.ts';

/**
 * @param nameTitles the form to show of each name among the other ends.
 * @param words that the ends were made on, where they do not stand surely.
 * @param quoted what the other end was made on, where one quotes it otherwise than it is stored.
 */
export function toView(
	seen: SeenLink,
	{
		nameTitles,
		words,
		quoted,
	}: { nameTitles: ReadonlyMap<string, string>; words: LinkView['words']; quoted: string | null },
): LinkView {
	const { link, direction } = seen;
	const { kind, id } = otherEnd(seen);
	return {
		...link,
		direction,
		words,
		other: {
			kind,
			id,
			title: kind === 'annotation' ? firstWords(quoted ?? seen.title ?? '') : (nameTitles.get(id) ?? seen.title ?? ''),
			...(seen.holding !== null && { holding: seen.holding }),
			...(seen.dates !== null && { dateEdtf: mainDate(JSON.parse(seen.dates) as RecordDate[]) }),
			...(seen.placeRecordId !== null && { place: placeOf(seen, seen.placeRecordId) }),
		},
		fromNumber: seen.fromNumber,
		toNumber: seen.toNumber,
	};
}

function placeOf({ placeEditionId, placeOrdinal }: SeenLink, recordId: LinkPlace['recordId']): LinkPlace {
	if (placeEditionId === null || placeOrdinal === null) return { recordId };
	return { recordId, editionId: placeEditionId, ordinal: placeOrdinal };
}

export function otherEnd({ link, direction }: { link: Link; direction: LinkView['direction'] }): LinkEnd {
	return link[otherSide({ direction })];
}

/** Links on the whole thing first, then by where they stand in its text, then by where the other end's text has them. */
export function compareViews(a: LinkView, b: LinkView): number {
	return (
		compareRange(shownRange(a, ownSide(a)), shownRange(b, ownSide(b))) ||
		compareRange(shownRange(a, otherSide(a)), shownRange(b, otherSide(b))) ||
		compareText(a.createdAt, b.createdAt) ||
		compareText(a.id, b.id)
	);
}

function compareRange(a: TextRange | null, b: TextRange | null): number {
	return (a?.startOrdinal ?? -1) - (b?.startOrdinal ?? -1) || (a?.startOffset ?? -1) - (b?.startOffset ?? -1);
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

type Placeable = Pick<LinkView, 'origin'> & { from: Pick<LinkView['from'], 'range'> };

/**
 * Drops automatic links on a whole record where the same relation stands on a passage of it.
 *
 * @param relation the same for links that say the same, wherever on the record they stand
 */
export function withoutVaguer<L extends Placeable>(links: readonly L[], relation: (link: L) => string): L[] {
	const exact = new Set(links.filter(({ from }) => from.range).map(relation));
	return links.filter((link) => link.from.range || link.origin !== 'automatic' || !exact.has(relation(link)));
}
