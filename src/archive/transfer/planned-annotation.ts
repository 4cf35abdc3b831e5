import type { BroughtAnnotation } from '#archive/annotations/annotations-service.ts';
import type { LinksService, NewLink } from '#archive/links/links-service.ts';
import type { AnnotationOrigin, Placement } from '#shared/domain/annotation.ts';
import type { AnnotationId, LinkId, RecordId } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
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
	links: { link: NewLink; createdAt: string | null }[];
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
	return {
		read,
		made: {
			...{ id, purpose, body, tags, isResolved, author, createdAt, changedAt },
			recordId: place.recordId,
			target: place.target,
			region: place.region,
			origin: originOf(read.via, place.origin),
			replyToId: answered?.id ?? null,
		},
		described: place.described,
		placement: place.origin.placement,
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

function planLink(read: ReadLink, { id, losses }: ReadAnnotation, { links, inFile }: PlanningTools) {
	const { other, isOutgoing, type, origin, createdAt } = read;
	const own: LinkEnd = { kind: 'annotation', id };
	const isThere = links.isLiveEnd(other) || (other.kind === 'annotation' && inFile.has(other.id));
	if (!isThere) {
		losses.add('link', `${type} ${other.id}`);
		return [];
	}
	const [from, to] = isOutgoing ? [own, other] : [other, own];
	return [{ link: { id: read.id as LinkId, type, from, to, origin }, createdAt }];
}
