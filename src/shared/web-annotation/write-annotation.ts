import type { Annotation, AnnotationOrigin, AnnotationTarget } from '../domain/annotation.ts';
import type { Link, LinkEnd, LinkSide } from '../domain/link.ts';
import { timeOfBlocks } from '../domain/media-time.ts';
import type { RecordSummary } from '../domain/record.ts';
import { endOf, startOf } from '../domain/text-range.ts';
import { formatRange } from './range-fragment.ts';
import { writeRegion } from './region-fragment.ts';
import type { StreamText } from './stream-text.ts';
import { writeTime } from './time-fragment.ts';
import { addressOf, motivationOf, originalAddressOf, rangeSyntax } from './vocabulary.ts';
import { type KnownPlace, writePlaces } from './write-places.ts';

/** What an annotation stands on and is joined to. */
export interface Surroundings {
	record: Pick<RecordSummary, 'id' | 'title'>;
	/** The edition that its target is in. */
	edition: { stream: StreamText; textSha256: string } | null;
	/** Media type of the original that its region is on; '' where it has none. */
	mediaType: string;
	/** Links that are written with it, as seen from it. */
	links: readonly WrittenLink[];
	/** Where it stands in the editions that it was not made on. */
	places: readonly KnownPlace[];
}

/** A link, and where its ends on words stand in the editions that it was not made on. */
export interface WrittenLink extends Link {
	endPlaces?: Record<LinkSide, readonly KnownPlace[]> | undefined;
}

/**
 * An annotation in the words of the Recommendation, with its properties always in the same order. What has no place is
 * left out, so that the same annotation is the same text in every archive.
 */
export function writeAnnotation(annotation: Annotation, around: Surroundings): object {
	const { id, purpose, author, createdAt, changedAt, isResolved, origin, target } = annotation;
	const bodies = writeBodies(annotation, around.links);
	const targets = writeTargets(annotation, around);
	return {
		id: addressOf(id),
		type: 'Annotation',
		motivation: motivationOf(purpose, annotation.replyToId !== null),
		...(origin?.via && { via: origin.via }),
		...(author && { creator: { type: 'Person', name: author } }),
		created: createdAt,
		modified: changedAt,
		...(bodies.length > 0 && { body: bodies }),
		target: targets.length === 1 ? targets[0] : targets,
		...(isResolved && { 'lectern:resolved': true }),
		...(origin && origin.placement !== 'placed' && writeOrigin(origin, target !== null)),
		...writePlaces('lectern:places', around.places),
	};
}

/**
 * @param isOnWords whether a person placed it: then its target is those words, and what it was made on stands here.
 */
function writeOrigin({ source, exact, prefix, suffix, placement }: AnnotationOrigin, isOnWords: boolean): object {
	if (!isOnWords) return { 'lectern:placement': placement };
	return { 'lectern:origin': { source, ...(exact !== '' && { exact, prefix, suffix }), placement } };
}

function writeBodies({ id, body, tags }: Annotation, links: readonly WrittenLink[]): object[] {
	return [
		...(body === '' ? [] : [{ type: 'TextualBody', value: body, format: 'text/markdown' }]),
		...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })),
		...links.map((link) => writeLink(link, id)),
	];
}

/** The Recommendation has links without a type; the type and whatever else makes the link ours stand beside it. */
function writeLink({ id, type, from, to, origin, createdAt, endPlaces }: WrittenLink, ownId: string): object {
	const isOutgoing = from.kind === 'annotation' && from.id === ownId;
	const other = isOutgoing ? to : from;
	return {
		type: 'SpecificResource',
		purpose: 'linking',
		source: addressOf(other.id),
		...(other.range && { selector: rangeSelector(other.range) }),
		'lectern:link': {
			id: addressOf(id),
			relation: type,
			direction: isOutgoing ? 'to' : 'from',
			kind: other.kind,
			origin,
			created: createdAt,
			...writePlaces('fromPlaces', endPlaces?.from ?? []),
			...writePlaces('toPlaces', endPlaces?.to ?? []),
		},
	};
}

function writeTargets(annotation: Annotation, { record, edition, mediaType }: Surroundings): object[] {
	const { replyToId, target, region, origin } = annotation;
	const scope = { id: addressOf(record.id), label: record.title };
	const via = origin?.source ? { via: origin.source } : {};
	const targets: object[] = [];
	if (replyToId) targets.push({ type: 'SpecificResource', source: addressOf(replyToId), scope });
	if (target && edition) {
		const source = { id: addressOf(target.editionId), type: 'Text', 'lectern:textSha256': edition.textSha256, ...via };
		targets.push({ type: 'SpecificResource', source, scope, selector: writeSelectors(target, edition.stream) });
	} else if (region) {
		const id = originalAddressOf(region.originalSha256);
		const type = mediaType.startsWith('image/') ? 'Image' : 'Text';
		const source = { id, type, ...(mediaType && { format: mediaType }), ...via };
		const selector = writeRegion(region, mediaType === 'application/pdf');
		targets.push({ type: 'SpecificResource', source, scope, selector });
	} else if (origin?.source && origin.placement !== 'placed') {
		const { source, exact, prefix, suffix } = origin;
		const selector = exact === '' ? {} : { selector: { type: 'TextQuoteSelector', exact, prefix, suffix } };
		targets.push({ type: 'SpecificResource', source, scope, ...selector });
	} else if (!replyToId) targets.push({ ...scope, ...via });
	return targets;
}

function writeSelectors(target: AnnotationTarget, stream: StreamText): object[] {
	const { exact, prefix, suffix } = target;
	return [
		rangeSelector(target),
		{
			type: 'TextPositionSelector',
			start: stream.positionOf(startOf(target)),
			end: stream.positionOf(endOf(target)),
		},
		{ type: 'TextQuoteSelector', exact, prefix, suffix },
		...writeTime(timeOfBlocks(stream.blocks.slice(target.startOrdinal, target.endOrdinal + 1))),
	];
}

function rangeSelector(range: NonNullable<LinkEnd['range']>): object {
	return { type: 'FragmentSelector', conformsTo: rangeSyntax, value: formatRange(range) };
}
