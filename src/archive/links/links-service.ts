import { type EditionReader, readTarget } from '#archive/annotations/edition-reader.ts';
import { QuotedTargets } from '#archive/annotations/quoted-targets.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import {
	derivedId,
	type EditionId,
	type EventId,
	type LinkId,
	type NameId,
	type RecordId,
} from '#shared/domain/ids.ts';
import {
	isSurelyPlaced,
	type Link,
	type LinkEnd,
	type LinkOrigin,
	type LinkSide,
	type LinkType,
	type LinkView,
	type PlacedLink,
} from '#shared/domain/link.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { type ExpectedLink, insertExpectedLink, listExpectedLinks } from './expected-links-repository.ts';
import { compareViews, otherEnd, toView, withoutVaguer } from './link-views.ts';
import {
	deleteLink,
	findLink,
	hasLink,
	insertLink,
	isLiveEnd,
	listAnnotationLinks,
	listLinks,
	listLinksAtNames,
	listLinksOfTypes,
	listLinksOnAnnotations,
	listRecordsOnEvents,
	listSameEvents,
	type SeenLink,
	updateEnds,
	updateOrigin,
} from './links-repository.ts';
import { countBetweenNames, ringsOfNameParts } from './name-links.ts';
import { wholesOf } from './part-rings.ts';

export type NewLink = Omit<Link, 'createdAt' | 'revision'>;

/** What joins records, passages, names, events and annotations. */
export class LinksService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionReader;
	readonly #quoted: QuotedTargets;
	readonly #names: NamesService;
	readonly #language: () => string;

	/** @param language BCP 47 of the forms in which names are shown, asked each time. */
	constructor(database: ArchiveDatabase, editions: EditionReader, names: NamesService, language: () => string) {
		this.#database = database;
		this.#editions = editions;
		this.#quoted = new QuotedTargets(editions);
		this.#names = names;
		this.#language = language;
	}

	/**
	 * Every link of which this is an end, in the order of the text, those on the whole first. One whose other end was
	 * removed or lies in the bin is left out, and so is what Lectern said of the whole where a passage now says it.
	 */
	list({ kind, id }: { kind: LinkEnd['kind']; id: string }): LinkView[] {
		const views = this.#views(listLinks(this.#database.reader, kind, id));
		return withoutVaguer(views, ({ type, direction, other }) => [type, direction, other.kind, other.id].join(' ')).sort(
			compareViews,
		);
	}

	/** Every link of the annotations of a record, as each of them sees it. */
	onAnnotations({ recordId }: { recordId: RecordId }): LinkView[] {
		return this.#views(listLinksOnAnnotations(this.#database.reader, recordId)).sort(compareViews);
	}

	/** Every link of one of these types, in the order in which they were made. */
	ofTypes(types: readonly LinkType[]): PlacedLink[] {
		return listLinksOfTypes(this.#database.reader, types);
	}

	#views(seen: readonly SeenLink[]): LinkView[] {
		const nameIds = seen.map(otherEnd).flatMap((end) => (end.kind === 'name' ? [end.id] : []));
		const titles = nameIds.length > 0 ? this.#names.displayForms(nameIds, this.#language()) : new Map();
		const quoted = this.#quoted.wordsOfEach(seen.map(({ target }) => target ?? null));
		return seen.map((one, at) =>
			toView(one, {
				nameTitles: titles,
				words: this.#wordsWhereUnsure(one.link),
				quoted: quoted[at] ?? null,
			}),
		);
	}

	/** What a person needs to say where an end belongs now. */
	#wordsWhereUnsure(link: PlacedLink): LinkView['words'] {
		const wordsOf = (side: LinkSide) => {
			const { range } = link[side];
			if (!range || isSurelyPlaced(link.places[side])) return '';
			const blocks = this.#editions.blocksBetween(range.editionId, range.startOrdinal, range.endOrdinal);
			return textOfRange(blocks, range);
		};
		return { from: wordsOf('from'), to: wordsOf('to') };
	}

	/**
	 * A repeated call makes one link; `conflict` when that was removed meanwhile, `not-found` when an end is not there,
	 * `invalid-input` for a range that is not of its record, and for a part that would be a whole of its own whole.
	 */
	add({ id, type, from, to }: { id: LinkId; type: LinkType; from: LinkEnd; to: LinkEnd }): void {
		if (findLink(this.#database.reader, id)) return;
		if (hasLink(this.#database.reader, id)) throw new AppError('conflict');
		if (from.kind === to.kind && from.id === to.id && !from.range && !to.range)
			throw new AppError('invalid-input', { reason: 'a link from a thing to itself' });
		if (type === 'part-of') this.#refuseRing(from, to);
		const made: NewLink = { id, type, from: this.#checked(from), to: this.#checked(to), origin: 'user' };
		this.#database.step('linkAdded', (step) => insertLink(step, made));
	}

	/** One undoable step for all of them; those that are gone already are passed over. */
	remove({ ids }: { ids: LinkId[] }): void {
		for (const id of ids) {
			if (!hasLink(this.#database.reader, id)) throw new AppError('not-found', { what: id });
		}
		this.#database.step('linksRemoved', (step) => {
			for (const id of ids) deleteLink(step, id);
		});
	}

	/** Turns a suggested link into one of the user's; others are left as they are. */
	accept({ id }: { id: LinkId }): void {
		const link = findLink(this.#database.reader, id);
		if (!link) throw new AppError('not-found', { what: id });
		if (link.origin !== 'suggested') return;
		this.#database.step('linkAccepted', (step) => updateOrigin(step, id, 'user'));
	}

	/** Which records attest each event, or contradict it, whichever way the link was drawn. */
	recordsOnEvents(type: 'attests' | 'contradicts'): Map<EventId, RecordId[]> {
		const records = new Map<EventId, RecordId[]>();
		for (const { eventId, recordId } of listRecordsOnEvents(this.#database.reader, type)) {
			const own = records.get(eventId);
			if (own) own.push(recordId);
			else records.set(eventId, [recordId]);
		}
		return records;
	}

	/** Of each event, the others that are told to be the same. */
	sameEvents(): Map<EventId, EventId[]> {
		const others = new Map<EventId, EventId[]>();
		const add = (id: EventId, otherId: EventId) => {
			const known = others.get(id) ?? [];
			if (id !== otherId && !known.includes(otherId)) others.set(id, [...known, otherId]);
		};
		for (const { oneId, otherId } of listSameEvents(this.#database.reader)) {
			add(oneId, otherId);
			add(otherId, oneId);
		}
		return others;
	}

	/** How many links have one of these names as an end. */
	countAtNames(ids: readonly NameId[]): number {
		return listLinksAtNames(this.#database.reader, ids).length;
	}

	/** How many links join two of these names: they would lead from a name to itself, were the names one. */
	countBetweenNames(ids: readonly NameId[]): number {
		return countBetweenNames(this.#database.reader, ids);
	}

	/**
	 * The rings of parts that there would be if these names were `currentId`: the others of each ring. Nothing is wrong with
	 * one of the links alone, so that none is dropped for it.
	 */
	ringsOfParts(mergedIds: readonly NameId[], currentId: NameId): NameId[][] {
		return ringsOfNameParts(this.#database.reader, mergedIds, currentId);
	}

	/**
	 * Leads links at names that were merged to the one they are now. One that would stand there twice goes, and so does
	 * one from a name to itself.
	 */
	followNamesWithin(step: Step, mergedIds: readonly NameId[], currentId: NameId): void {
		const current = (end: LinkEnd) =>
			end.kind === 'name' && mergedIds.includes(end.id as NameId) ? currentId : end.id;
		const seen = new Set(listLinksAtNames(step.writer, [currentId]).map(relationOf));
		for (const link of listLinksAtNames(step.writer, mergedIds)) {
			const [fromId, toId] = [current(link.from), current(link.to)];
			const relation = relationOf({ ...link, from: { ...link.from, id: fromId }, to: { ...link.to, id: toId } });
			if (fromId === toId || seen.has(relation)) deleteLink(step, link.id);
			else updateEnds(step, link.id, fromId, toId);
			seen.add(relation);
		}
	}

	/** Every link with an annotation at one of its ends, in a fixed order. */
	ofAnnotations(): Link[] {
		return listAnnotationLinks(this.#database.reader);
	}

	/** Adds one that a person makes together with something else. Its ends must be there. */
	addWithin(step: Step, { id, type, from, to }: Pick<Link, 'id' | 'type' | 'from' | 'to'>): void {
		insertLink(step, { id, type, from: this.#checked(from), to: this.#checked(to), origin: 'user' });
	}

	isLiveEnd(end: LinkEnd): boolean {
		return isLiveEnd(this.#database.reader, end);
	}

	/**
	 * Adds one that comes from a file, with its id and date; one that is there stays as it is. Gives whether it was added:
	 * not where an end is missing either.
	 */
	bringInWithin(step: Step, link: NewLink, createdAt: string | null): boolean {
		if (findLink(step.writer, link.id)) return false;
		if (!isLiveEnd(step.writer, link.from) || !isLiveEnd(step.writer, link.to)) return false;
		insertLink(step, link, createdAt ?? step.at);
		return true;
	}

	/** Adds links whose ends the caller answers for; one that is there stays as it is. */
	insertWithin(step: Step, links: readonly NewLink[]): void {
		for (const link of links) {
			if (!findLink(step.writer, link.id)) insertLink(step, link);
		}
	}

	/** Keeps links that wait for a record's text. */
	insertExpected(step: Step, expected: readonly ExpectedLink[]): void {
		for (const link of expected) insertExpectedLink(step.writer, expectedId(link), link);
	}

	/**
	 * Makes the links that waited for this record's text, each from the whole passage that its ¶ has in the edition.
	 * @param ordinals where each ¶ stands in the edition; links from a ¶ that is not in it are left waiting.
	 */
	addExpected(
		step: Step,
		recordId: RecordId,
		editionId: EditionId,
		ordinals: ReadonlyMap<number, number>,
		origin: Exclude<LinkOrigin, 'user'>,
	): void {
		const links = listExpectedLinks(step.writer, recordId).flatMap((expected) => {
			const range = this.#wholePassage(editionId, ordinals.get(expected.paragraph));
			if (!range) return [];
			const from: LinkEnd = { kind: 'record', id: recordId, range };
			return [{ id: passageLinkId(expected), type: expected.type, from, to: this.#current(expected.to), origin }];
		});
		this.insertWithin(step, links);
	}

	/** A name may have been merged while the link to it waited. */
	#current(end: LinkEnd): LinkEnd {
		return end.kind === 'name' ? { ...end, id: this.#names.currentId(end.id) } : end;
	}

	#wholePassage(editionId: EditionId, ordinal: number | undefined): TextRange | undefined {
		if (ordinal === undefined) return undefined;
		const [block] = this.#editions.blocksBetween(editionId, ordinal, ordinal);
		if (!block) return undefined;
		return { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: block.text.length };
	}

	/** Nothing is a part of its own part. A merge may bring such a ring all the same: then it is shown, and nothing dropped. */
	#refuseRing(part: LinkEnd, whole: LinkEnd): void {
		if (part.kind !== whole.kind || part.range || whole.range) return;
		const links = listLinksOfTypes(this.#database.reader, ['part-of'])
			.filter(({ from, to }) => from.kind === part.kind && to.kind === part.kind && !from.range && !to.range)
			.map(({ from, to }) => ({ part: from.id, whole: to.id }));
		if (wholesOf(whole.id, links).has(part.id))
			throw new AppError('invalid-input', { reason: message('links.refused.ring') });
	}

	#checked({ kind, id, range }: LinkEnd): LinkEnd {
		if (!isLiveEnd(this.#database.reader, { kind, id })) throw new AppError('not-found', { what: id });
		if (!range) return { kind, id };
		if (kind !== 'record') throw new AppError('invalid-input', { reason: 'only records have text' });
		const { exact: _exact, prefix: _prefix, suffix: _suffix, ...normal } = readTarget(this.#editions, id, range);
		return { kind, id, range: normal };
	}
}

/** What two links have in common that say the same. */
function relationOf({ type, from, to }: Pick<Link, 'type' | 'from' | 'to'>): string {
	return JSON.stringify([type, from.kind, from.id, from.range, to.kind, to.id, to.range]);
}

/** The same link made in two archives has one id, so that merging them makes no doubles. */
function passageLinkId({ passageDigest, type, to }: ExpectedLink): LinkId {
	return derivedId<LinkId>('link', passageDigest, type, to.id);
}

/** The id of a link from one thing as a whole to another, where Lectern makes it. */
export function wholeLinkId(fromId: string, type: LinkType, toId: string): LinkId {
	return derivedId<LinkId>('link', fromId, type, toId);
}

function expectedId({ recordId, paragraph, passageDigest, type, to }: ExpectedLink): string {
	return derivedId('expected-link', recordId, String(paragraph), passageDigest, type, to.id);
}
