import type { BroughtAnnotation } from '#archive/annotations/annotations-service.ts';
import type { FoundPlace } from '#archive/annotations/found-place.ts';
import type { LinksService, NewLink } from '#archive/links/links-service.ts';
import type { AnnotationOrigin, Placement } from '#shared/domain/annotation.ts';
import type { AnnotationId, LinkId, RecordId } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkSide } from '#shared/domain/link.ts';
import { type ArchivePlaces, annotationIdOf } from './archive-places.ts';
import type { DescribedSource, Place, Placing } from './placing.ts';
import type { ReadAnnotation } from './web-annotation/read-annotation.ts';
import type { ReadLink } from './web-annotation/read-body.ts';
import type { ReadTarget } from './web-annotation/read-target.ts';

/** An annotation of a file with everything decided, ready to be written. */
export interface PlannedAnnotation {
	read: ReadAnnotation;
	made: BroughtAnnotation;
	described: DescribedSource | null;
	placement: Placement;
	/** Where it stands in editions of its record that it was not made on. */
	places: FoundPlace[];
	links: PlannedLink[];
}

export interface PlannedLink {
	link: NewLink;
	createdAt: string | null;
	/** Where its ends stand in editions that it was not made on. */
	places: { side: LinkSide; recordId: RecordId; place: FoundPlace }[];
}

export interface PlanningTools {
	places: ArchivePlaces;
	placing: Placing;
	links: LinksService;
	/** Records of those of the same file that were planned before. */
	planned: ReadonlyMap<AnnotationId, RecordId>;
	/** Ids of all annotations of the file. */
	inFile: ReadonlySet<string>;
}

/** Decides where an annotation stands. Throws invalid-input when it can stand nowhere. */
export function planAnnotation(read: ReadAnnotation, tools: PlanningTools): PlannedAnnotation {
	const { losses, purpose, body, tags, isResolved, author, createdAt, changedAt, id } = read;
	const answered = answeredBy(read, tools);
	const [main, ...others] = read.targets.filter((target) => target !== answered?.target);
	if (read.isReply && !answered && main) losses.add('reply', main.address);
	for (const { address } of others) losses.add('other-target', address);
	const place = placeBeside(answered?.recordId, main, read, tools);
	if (!place.target && !place.region) nameUnusedSelectors(main, read);
	const known = knownPlaces(read, place, tools.places);
	const { target, origin } = wherePersonPlaced(read, place, known) ?? {
		target: place.target,
		origin: originOf(read.via, place.origin),
	};
	return {
		read,
		made: {
			...{ id, purpose, body, tags, isResolved, author, createdAt, changedAt },
			recordId: place.recordId,
			target,
			region: place.region,
			origin,
			replyToId: answered?.id ?? null,
		},
		described: place.described,
		placement: place.origin.placement,
		places: known.filter(({ editionId }) => editionId !== target?.editionId),
		links: read.links.flatMap((link) => planLink(link, read, tools)),
	};
}

function answeredBy(read: ReadAnnotation, { planned, places }: PlanningTools) {
	for (const target of read.targets) {
		const id = annotationIdOf(target.address);
		const recordId = id === read.id ? undefined : (planned.get(id) ?? places.recordOfAnnotation(id));
		if (recordId) return { target, id, recordId };
	}
	return null;
}

/** A reply is on the record of what it answers; words of its own count if they are of that record too. */
function placeBeside(
	recordId: RecordId | undefined,
	main: ReadTarget | undefined,
	read: ReadAnnotation,
	{ placing }: PlanningTools,
): Place {
	const origin = { source: '', exact: '', prefix: '', suffix: '', placement: 'placed' as const };
	const own = main ? placing.place(main, read.placement) : null;
	if (!recordId) return own ?? missing();
	if (own?.recordId === recordId) return own;
	if (main) read.losses.add('other-target', main.address);
	return { recordId, target: null, region: null, origin, described: null };
}

/** Where the file says that it stands in other editions, as far as these are here with the same text. */
function knownPlaces(read: ReadAnnotation, { recordId, target, origin }: Place, places: ArchivePlaces): FoundPlace[] {
	const isMark = target !== null || origin.placement !== 'placed';
	const known = new Map<string, FoundPlace>();
	for (const each of isMark ? read.places : []) {
		const found = places.known(recordId, each);
		if (found) known.set(found.editionId, found);
		else read.losses.add('property', 'lectern:places');
	}
	return [...known.values()];
}

/** One from elsewhere, written on the words that a person placed it on: it keeps what it was made on. */
function wherePersonPlaced({ via, origin }: ReadAnnotation, { target }: Place, known: readonly FoundPlace[]) {
	if (!origin || !known.some(({ editionId }) => editionId === target?.editionId)) return null;
	return { target: null, origin: { via, ...origin } };
}

function missing(): never {
	throw new RangeError('an annotation without a target was read');
}

function originOf(via: string, origin: Omit<AnnotationOrigin, 'via'>): AnnotationOrigin | null {
	const saysNothing = via === '' && origin.source === '' && origin.placement === 'placed';
	return saysNothing ? null : { via, ...origin };
}

/** Positions are of a text that is not here: only the quotation is kept. */
function nameUnusedSelectors(target: ReadTarget | undefined, { losses }: ReadAnnotation): void {
	if (target?.position) losses.add('selector', 'TextPositionSelector');
	if (target?.range || target?.region) losses.add('selector', 'FragmentSelector');
}

function planLink(
	read: ReadLink,
	{ id, losses }: ReadAnnotation,
	{ links, inFile, places }: PlanningTools,
): PlannedLink[] {
	const { isOutgoing, type, origin, createdAt } = read;
	const own: LinkEnd = { kind: 'annotation', id };
	const { range, ...whole } = read.other;
	const isThere = links.isLiveEnd(whole) || (whole.kind === 'annotation' && inFile.has(whole.id));
	if (!isThere) {
		losses.add('link', `${type} ${whole.id}`);
		return [];
	}
	const isOnWords = range !== undefined && whole.kind === 'record' && places.isWords(whole.id, range);
	if (range && !isOnWords) losses.add('selector', 'FragmentSelector');
	const other = isOnWords ? { ...whole, range } : whole;
	const [from, to] = isOutgoing ? [own, other] : [other, own];
	const known = isOnWords ? read.places[isOutgoing ? 'to' : 'from'] : [];
	const recordId = whole.id as RecordId;
	return [
		{
			link: { id: read.id as LinkId, type, from, to, origin },
			createdAt,
			places: known.flatMap((each) => {
				const place = places.known(recordId, each);
				if (!place || place.editionId === range?.editionId) return [];
				return { side: isOutgoing ? 'to' : 'from', recordId, place };
			}),
		},
	];
}
