import type { AnnotationOrigin, Purpose } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type AnnotationId, derivedId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { idOf, purposeOf } from '#shared/web-annotation/vocabulary.ts';
import { FileObject, Losses, wellFormed } from './file-object.ts';
import { asList, isObject, type Json } from './json-guard.ts';
import { type ReadLink, readBodies } from './read-body.ts';
import { readInstant } from './read-instant.ts';
import { type ReadPlace, readPlaces } from './read-places.ts';
import { type ReadTarget, readTargets } from './read-target.ts';

/** One annotation of a file, in our own words but for where it stands. */
export interface ReadAnnotation {
	id: AnnotationId;
	/** Its address elsewhere; '' when that says no more than its id. */
	via: string;
	purpose: Purpose;
	/** Markdown. */
	body: string;
	tags: string[];
	isResolved: boolean;
	/** Whether it says that it answers another. */
	isReply: boolean;
	author: string;
	createdAt: string | null;
	changedAt: string | null;
	links: ReadLink[];
	targets: ReadTarget[];
	/** As a Lectern wrote it: it was looked for there and not placed. */
	placement: 'needs-review' | 'unplaced' | null;
	/** As a Lectern wrote it: what it was made on, where a person placed it on the words of its target. */
	origin: Omit<AnnotationOrigin, 'via'> | null;
	/** As a Lectern wrote it: where it stands in editions that it was not made on. */
	places: ReadPlace[];
	losses: Losses;
}

const longestBody = 1_000_000;
const mostTags = 1000;

/** Reads one. Throws invalid-input with what makes it none. */
export function readAnnotation(value: Json): ReadAnnotation {
	if (!isObject(value)) throw reject('transfer.reason.noObject');
	const losses = new Losses();
	const object = new FileObject(value, '', losses);
	object.take('@context');
	if (!object.takeTypes('Annotation').includes('Annotation')) throw reject('transfer.reason.noAnnotation');
	const address = object.takeId();
	const id = address === undefined ? null : idOf(address);
	const motivations = object.takeTexts('motivation');
	const { purpose, lost } = purposeOf(motivations);
	for (const motivation of lost) losses.add('motivation', motivation);
	const isTagging = motivations.length === 1 && motivations[0] === 'tagging';
	const { text: body, tags, links } = readBodies(object, isTagging);
	const targets = readTargets(object);
	const [target] = targets;
	if (!target) throw reject('transfer.reason.noTarget');
	if (body.length > longestBody || tags.length > mostTags) throw reject('transfer.reason.tooLong');
	const placement = object.takeText('lectern:placement');
	const read: ReadAnnotation = {
		...{ purpose, body, tags, links, targets, losses },
		id: (id ?? derivedId('annotation', address ?? JSON.stringify(value))) as AnnotationId,
		via: id === null ? (address ?? '') : (object.takeText('via') ?? ''),
		isResolved: object.take('lectern:resolved') === true,
		isReply: motivations.includes('replying'),
		author: readCreators(object),
		createdAt: takeInstant(object, 'created'),
		changedAt: takeInstant(object, 'modified'),
		placement: isUnsure(placement) ? placement : null,
		origin: readOrigin(object),
		places: readPlaces(object, 'lectern:places'),
	};
	object.end();
	return read;
}

function isUnsure(placement: string | undefined): placement is 'needs-review' | 'unplaced' {
	return placement === 'unplaced' || placement === 'needs-review';
}

function readOrigin(annotation: FileObject): ReadAnnotation['origin'] {
	const object = annotation.takeObject('lectern:origin');
	if (!object) return null;
	const placement = object.takeText('placement');
	const origin = {
		source: object.takeText('source') ?? '',
		exact: object.takeText('exact') ?? '',
		prefix: object.takeText('prefix') ?? '',
		suffix: object.takeText('suffix') ?? '',
	};
	object.end();
	const { exact, prefix, suffix } = origin;
	const isSound = isUnsure(placement) && exact.length + prefix.length + suffix.length <= longestBody;
	if (!isSound) annotation.losses.add('property', 'lectern:origin');
	return isSound ? { ...origin, placement } : null;
}

/** The names of those who made it; of one without a name, the address. */
function readCreators(annotation: FileObject): string {
	const names = asList(annotation.take('creator')).flatMap((creator) => {
		if (typeof creator === 'string') return [wellFormed(creator)];
		if (!isObject(creator)) {
			if (creator !== null) annotation.losses.add('property', 'creator');
			return [];
		}
		const object = annotation.part(creator, 'creator');
		object.takeTypes('Person');
		const name = object.takeText('name') ?? object.takeText('nickname') ?? object.takeId() ?? '';
		object.end();
		return name === '' ? [] : [name];
	});
	return names.join(', ');
}

function takeInstant(annotation: FileObject, key: 'created' | 'modified'): string | null {
	const instant = readInstant(annotation.takeText(key) ?? '');
	if (instant === null && annotation.has(key)) annotation.losses.add('property', key);
	return instant;
}

type Reason =
	| 'transfer.reason.noObject'
	| 'transfer.reason.noAnnotation'
	| 'transfer.reason.noTarget'
	| 'transfer.reason.tooLong';

function reject(reason: Reason): AppError {
	return new AppError('invalid-input', { reason: message(reason) });
}
