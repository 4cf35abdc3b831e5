import type { TextRange } from '#shared/domain/annotation.ts';
import type { LinkPlace, LinkView } from '#shared/domain/link.ts';
import { mainDate, type RecordDate } from '#shared/domain/record.ts';
import { beforePair } from '#shared/domain/text-range.ts';
import type { SeenLink } from './links-repository.ts';

const longestTitle = 80;

/** @param nameTitles the form to show of each name among the other ends. */
export function toView(seen: SeenLink, nameTitles: ReadonlyMap<string, string>): LinkView {
	const { link, direction } = seen;
	const { kind, id } = otherEnd(seen);
	return {
		...link,
		direction,
		other: {
			kind,
			id,
			title: kind === 'annotation' ? firstWords(seen.title ?? '') : (nameTitles.get(id) ?? seen.title ?? ''),
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

export function otherEnd({ link, direction }: Pick<SeenLink, 'link' | 'direction'>): LinkView['to'] {
	return direction === 'outgoing' ? link.to : link.from;
}

/** Links on the whole thing first, then by where they stand in its text, then by where the other end's text has them. */
export function compareViews(a: LinkView, b: LinkView): number {
	return (
		compareRange(ownRange(a), ownRange(b)) ||
		compareRange(
			otherEnd({ link: a, direction: a.direction }).range,
			otherEnd({ link: b, direction: b.direction }).range,
		) ||
		compareText(a.createdAt, b.createdAt) ||
		compareText(a.id, b.id)
	);
}

function ownRange(view: LinkView): TextRange | undefined {
	return view.direction === 'outgoing' ? view.from.range : view.to.range;
}

function compareRange(a: TextRange | undefined, b: TextRange | undefined): number {
	return (a?.startOrdinal ?? -1) - (b?.startOrdinal ?? -1) || (a?.startOffset ?? -1) - (b?.startOffset ?? -1);
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** As many whole words as fit, on one line. */
function firstWords(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	if (line.length <= longestTitle) return line;
	const cut = line.lastIndexOf(' ', longestTitle);
	return `${line.slice(0, cut > 0 ? cut : beforePair(line, longestTitle))}…`;
}

/** Drops automatic links on a whole record where the same relation stands on a passage of it. */
export function withoutVaguer(views: readonly LinkView[]): LinkView[] {
	const relation = ({ type, direction, other }: LinkView) => `${type} ${direction} ${other.kind} ${other.id}`;
	const exact = new Set(views.filter(({ from }) => from.range).map(relation));
	return views.filter((view) => view.from.range || view.origin !== 'automatic' || !exact.has(relation(view)));
}
