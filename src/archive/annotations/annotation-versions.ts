import type { Reader } from '#archive/db/connection.ts';
import type { Placement, Purpose, TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationVersion, LinkedThing } from '#shared/domain/annotation-version.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { type AnnotationChangeRow, listChangesOf } from './annotation-versions-repository.ts';
import type { EditionReader } from './edition-reader.ts';
import { byPerson } from './found-place.ts';
import { toRange } from './place-columns.ts';

/** The columns of a change that this reads; those of a place after all its changes until then. */
interface ChangedColumns {
	purpose?: Purpose;
	body?: string;
	is_resolved?: number;
	deleted_clock?: string | null;
	state?: Placement;
	method?: string;
	start_ordinal?: number | null;
	start_offset?: number;
	end_ordinal?: number;
	end_offset?: number;
}

/**
 * What was done to an annotation, a step each, the last first: what was written in it, where it was found or placed, what
 * was answered and linked. Read from the change log, which keeps everything.
 */
export function listVersions(reader: Reader, editions: EditionReader, id: AnnotationId): AnnotationVersion[] {
	const versions = new Map<string, AnnotationVersion>();
	const places = new Map<string, ChangedColumns>();
	for (const row of listChangesOf(reader, id)) {
		const { stepId, at, author, label, kind, rowId } = row;
		const version = versions.get(stepId) ?? { at, author, label, kind };
		versions.set(stepId, version);
		const after = JSON.parse(row.after) as ChangedColumns;
		if (row.subject === 'own') addColumns(version, after);
		else if (row.subject === 'place') {
			const place = { ...places.get(rowId), ...after };
			places.set(rowId, place);
			addPlace(version, place, (range) => wordsAt(editions, row, range));
		} else addThing(version, row, (after.deleted_clock ?? null) !== null);
	}
	return [...versions.values()].filter(saysSomething).reverse();
}

function addColumns(version: AnnotationVersion, after: ChangedColumns): void {
	if (after.purpose !== undefined) version.purpose = after.purpose;
	if (after.body !== undefined) version.body = after.body;
	if (after.is_resolved !== undefined) version.isResolved = after.is_resolved === 1;
	if (after.deleted_clock !== undefined) version.isRemoved = after.deleted_clock !== null;
}

type Words = (range: NonNullable<ReturnType<typeof toRange>>) => string;

/** What was found when the note was made says nothing that the note does not; nor do places that go or come with it. */
function addPlace(version: AnnotationVersion, place: ChangedColumns, wordsOf: Words): void {
	const { state, method, deleted_clock: deleted = null } = place;
	const isWithNote = version.isRemoved !== undefined || (version.purpose !== undefined && method !== byPerson);
	if (isWithNote || !state) return;
	const range = toRange({
		startOrdinal: place.start_ordinal ?? null,
		startOffset: place.start_offset ?? 0,
		endOrdinal: place.end_ordinal ?? 0,
		endOffset: place.end_offset ?? 0,
	});
	// One that was taken back: the step's name says so, and nothing stands anywhere by it.
	version.places ??= [];
	if (deleted === null) version.places.push({ placement: state, words: range ? wordsOf(range) : '' });
}

function wordsAt(editions: EditionReader, { editionId }: AnnotationChangeRow, range: Omit<TextRange, 'editionId'>) {
	if (editionId === null) return '';
	const blocks = editions.blocksBetween(editionId, range.startOrdinal, range.endOrdinal);
	return firstWords(textOfRange(blocks, { editionId, ...range }));
}

function addThing(version: AnnotationVersion, row: AnnotationChangeRow, isGone: boolean): void {
	const { subject, title, linkType, isOutgoing } = row;
	const words = subject === 'tag' ? (title ?? '') : firstWords(title ?? '');
	if (subject === 'tag') put(version, isGone ? 'tagsRemoved' : 'tagsAdded', words);
	else if (subject === 'reply') addReply(version, row, words, isGone);
	else if (linkType) {
		const link: LinkedThing = { type: linkType, isOutgoing: isOutgoing === 1, title: words };
		const key = isGone ? 'linksRemoved' : 'linksAdded';
		version[key] = [...(version[key] ?? []), link];
	}
}

/** What is changed in a reply stands in its own history. */
function addReply(version: AnnotationVersion, { after }: AnnotationChangeRow, words: string, isGone: boolean): void {
	const columns = JSON.parse(after) as ChangedColumns;
	const isNew = columns.purpose !== undefined && columns.body !== undefined;
	if (columns.deleted_clock === undefined && !isNew) return;
	put(version, isGone ? 'repliesRemoved' : 'repliesAdded', words);
}

type Listed = 'tagsAdded' | 'tagsRemoved' | 'repliesAdded' | 'repliesRemoved';

function put(version: AnnotationVersion, key: Listed, words: string): void {
	version[key] = [...(version[key] ?? []), words];
}

/** A step may have touched the row alone, to say when it was changed. */
function saysSomething({ at: _at, author: _author, label: _label, kind: _kind, ...said }: AnnotationVersion): boolean {
	return Object.keys(said).length > 0;
}
