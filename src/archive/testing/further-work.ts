import type { Annotation } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { descriptionLevels } from '#shared/domain/description.ts';
import type {
	AnnotationId,
	EventId,
	LinkId,
	NameId,
	QuoteFolderId,
	QuoteId,
	RecordId,
	SavedSearchId,
} from '#shared/domain/ids.ts';
import { linkTypes } from '#shared/domain/link.ts';
import { addEditionTo, type Copy } from './merge-copies.ts';
import { type Desk, deskOf, doWork, fillCopy, type Work, workKinds } from './random-work.ts';

/** What is done with an archive that no merge has to settle, beside the work of `random-work`. */
export interface FurtherWork extends Omit<Work, 'do'> {
	do: (typeof allKinds)[number];
}

/** What all begin with; undo does not reach it. */
export function fillFurther(copy: Copy): void {
	fillCopy(copy);
	const { services, database, freshId } = copy;
	services.inbox.ensure();
	const records = services.records.list({});
	const suggested = records.map(({ id }, at) => ({
		...{ id: freshId<LinkId>(), type: 'version-of' as const, origin: 'suggested' as const },
		from: { kind: 'record' as const, id },
		to: { kind: 'record' as const, id: records[(at + 1) % records.length]?.id ?? id },
	}));
	database.step('setup', (step) => services.links.insertWithin(step, suggested), { kind: 'setup' });
}

/** Does it, and waits for what goes on behind it; what the services refuse is not done. */
export async function doAnyWork(copy: Copy, work: FurtherWork): Promise<void> {
	if (isPlain(work)) doWork(copy, work);
	else
		try {
			await further[work.do as FurtherKind](deskOf(copy, work as unknown as Work), work, copy);
		} catch (error) {
			if (!(error instanceof AppError) || error.code === 'unexpected') throw error;
		}
	await copy.services.earlierEditions.whenDone();
}

const further = {
	/** A part of a page; what is resolved at once; many at once. */
	region({ services, freshId, record, fields }: Desk, { which, other }: FurtherWork) {
		const [file] = record ? services.records.filesOf(record.id) : [];
		if (!record || !file) return;
		const box = { x: which % 5000, y: other % 5000, width: 1000, height: 2000 };
		const region = { originalSha256: file.sha256, page: 1, ...box };
		services.annotations.add({ id: freshId<AnnotationId>(), recordId: record.id, range: null, region, fields });
	},
	resolve({ services, annotation }: Desk) {
		if (!annotation) return;
		const { id, revision, isResolved } = annotation;
		services.annotations.update({ id, revision, fields: { isResolved: !isResolved } });
	},
	changeMany({ services, fields }: Desk, { which, other, word }: FurtherWork) {
		const ids = services.annotations.list({}).flatMap(({ id }, at) => (at % 3 === which % 3 ? [] : [id]));
		const change = other % 2 ? { purpose: fields.purpose, addTags: [word] } : { isResolved: true, removeTags: [word] };
		if (ids.length > 0) services.annotations.change({ ids, change });
	},
	removeMany({ services }: Desk, { which }: FurtherWork) {
		const ids = services.annotations.list({}).flatMap(({ id }, at) => (at % 4 === which % 4 ? [id] : []));
		if (ids.length > 0) services.annotations.remove({ ids });
	},
	async edition({ record }: Desk, { which, other, word }: FurtherWork, copy: Copy) {
		if (!record?.editionId) return;
		const texts = copy.services.editions.blocks({ id: record.editionId }).map(({ text }) => text);
		const [preface, changed] = [`A preface, ${word}`, other % texts.length];
		const revised = texts.map((text, at) => (at === changed ? `${text}, ${word}` : text));
		await addEditionTo(copy, record.id, which % 2 ? [preface, ...revised] : revised.slice(0, 2));
	},
	/** On an edition that the record does not show. */
	annotateOlder({ services, freshId, record, fields }: Desk, { which, other }: FurtherWork) {
		const editions = record ? services.editions.listOf(record.id).filter(({ id }) => id !== record.editionId) : [];
		const edition = editions[which % Math.max(1, editions.length)];
		if (!record || !edition) return;
		const range = { editionId: edition.id, ...at(0, other % 4) };
		services.annotations.add({ id: freshId<AnnotationId>(), recordId: record.id, range, fields });
	},
	place({ services, pick }: Desk, { which, other }: FurtherWork) {
		const asked = pick(services.annotations.list({}).filter(isAsked), other);
		const shown = asked && services.records.get({ id: asked.recordId }).editionId;
		if (!asked || !shown) return;
		const range = asked.place ?? { editionId: shown, ...at(which % 2, other % 5) };
		services.placements.place({ id: asked.id, range });
	},
	leave({ services, pick }: Desk, { other }: FurtherWork) {
		const asked = pick(services.annotations.list({}).filter(isAsked), other);
		if (asked) services.placements.leave({ id: asked.id });
	},
	linkWords({ services, freshId, record, otherRecord, annotation }: Desk, { which, other }: FurtherWork) {
		if (!record?.editionId || !otherRecord) return;
		const toNote = annotation && { kind: 'annotation' as const, id: annotation.id };
		const to = (which % 2 ? toNote : null) ?? { kind: 'record', id: otherRecord.id };
		const range = { editionId: record.editionId, ...at(which % 2, other % 4) };
		services.links.add({
			...{ id: freshId<LinkId>(), type: linkTypes[other % linkTypes.length] ?? 'cites' },
			...{ from: { kind: 'record', id: record.id, range }, to },
		});
	},
	placeLink({ services, record }: Desk) {
		const link = record && askedLinkOf(services, record.id);
		const range = link?.places.from?.range;
		if (link && range) services.linkPlacements.place({ id: link.id, side: 'from', range });
	},
	leaveLink({ services, record }: Desk) {
		const link = record && askedLinkOf(services, record.id);
		if (link) services.linkPlacements.leave({ id: link.id, side: 'from' });
	},
	removeLink({ services, pick, record }: Desk, { other }: FurtherWork) {
		const link = record && pick(services.links.list({ kind: 'record', id: record.id }), other);
		if (link) services.links.remove({ ids: [link.id] });
	},
	unjudge({ services, pick, name }: Desk, { which }: FurtherWork) {
		const [known] = services.names.list().flatMap(({ id }) => services.mentions.list({ nameId: id }));
		const text = pick(services.records.list({}).filter(({ editionId }) => editionId));
		const place = text?.editionId && { recordId: text.id, editionId: text.editionId, ordinal: which % 2, words: 'one' };
		if (known) services.mentions.judge({ nameId: known.nameId, places: [known], verdict: null });
		else if (name && place) services.mentions.judge({ nameId: name.id, places: [place], verdict: 'rejected' });
	},
	uncollectMember({ services, pick }: Desk, { other }: FurtherWork) {
		const collection = pick(services.collections.list().filter(({ recordCount }) => recordCount > 0));
		const recordId = collection && pick(services.collections.recordIdsWithin(collection.id), other);
		if (collection && recordId) services.collections.removeRecords({ id: collection.id, recordIds: [recordId] });
	},
	splitName({ services, freshId, name }: Desk, { other }: FurtherWork) {
		if (!name) return;
		const places = name.forms.flatMap((_, at) => (at % 2 === other % 2 ? [at] : []));
		services.nameJoining.split({ id: name.id, revision: name.revision, newId: freshId<NameId>(), places });
	},
	removeName({ services, name }: Desk) {
		if (name) services.names.remove({ ids: [name.id] });
	},
	event({ services, freshId, pick, name, record }: Desk, { which, other, word }: FurtherWork) {
		const earlier = pick(services.events.list());
		const fields = {
			...{ title: word, kind: 'talks' as const, edtf: `20${10 + (which % 80)}`, dateWords: word, inferred: '' },
			...{ duration: '', description: '', source: 'sample', placeIds: [], participantIds: name ? [name.id] : [] },
			relations: earlier ? [{ relation: 'after' as const, otherId: earlier.id, words: word }] : [],
		};
		const attestedBy = record ? [{ kind: 'record' as const, id: record.id }] : [];
		services.events.add({
			...{ id: freshId<EventId>(), fields, attestedBy },
			sameAs: other % 3 === 0 ? (earlier?.id ?? null) : null,
		});
	},
	changeEvent({ services, pick, name }: Desk, { other, word }: FurtherWork) {
		const event = pick(services.events.list());
		if (!event) return;
		const fields = other % 2 ? { title: word, relations: [] } : { participantIds: name ? [name.id] : [] };
		services.events.update({ id: event.id, revision: event.revision, fields });
	},
	removeEvent({ services, pick }: Desk) {
		const event = pick(services.events.list());
		if (event) services.events.remove({ ids: [event.id] });
	},
	describeFully({ services, record, otherRecord }: Desk, { which, word }: FurtherWork) {
		const ids = [...new Set([record, otherRecord].flatMap((each) => each?.id ?? []))];
		const level = descriptionLevels[which % descriptionLevels.length] ?? '';
		const fields = { referenceCode: word, level, withheldNames: [word] };
		if (ids.length > 0) services.descriptions.update({ recordIds: ids, fields, recordFields: { rights: word } });
	},
	giver({ services, record }: Desk, { word }: FurtherWork) {
		if (record) services.descriptions.setGiver({ recordId: record.id, name: word });
	},
	quote({ services, freshId, pick, record }: Desk, { which, other }: FurtherWork) {
		if (!record?.editionId) return;
		const folder = pick(folders(services), other);
		const range = { editionId: record.editionId, ...at(which % 2, other % 5) };
		const folderId = folder?.id ?? null;
		services.quotes.add({ id: freshId<QuoteId>(), folderId, recordId: record.id, range });
	},
	changeQuote({ services, pick }: Desk, { other, word }: FurtherWork) {
		const quote = folders(services)
			.flatMap(({ quotes }) => quotes)
			.at(-1);
		const folder = pick(folders(services), other);
		if (!quote || !folder) return;
		if (other % 3 === 0) services.quotes.remove({ ids: [quote.id] });
		else if (other % 3 === 1)
			services.quotes.move({ id: quote.id, folderId: folder.id, beforeId: folder.quotes[0]?.id ?? null });
		else services.quotes.update({ id: quote.id, revision: quote.revision, note: word });
	},
	quoteFolder({ services, freshId, pick }: Desk, { other, word }: FurtherWork) {
		const folder = pick(folders(services));
		if (!folder || other % 3 === 0) services.quotes.addFolder({ id: freshId<QuoteFolderId>(), name: word });
		else if (other % 3 === 1) services.quotes.removeFolder({ id: folder.id });
		else services.quotes.renameFolder({ id: folder.id, name: word, revision: folder.revision });
	},
	savedSearch({ services, freshId, pick }: Desk, { other, word }: FurtherWork) {
		const saved = pick(services.savedSearches.list());
		if (!saved || other % 3 === 0)
			services.savedSearches.add({ id: freshId<SavedSearchId>(), name: word, text: word, filters: {} });
		else if (other % 3 === 1) services.savedSearches.remove({ id: saved.id });
		else services.savedSearches.rename({ id: saved.id, name: word, revision: saved.revision });
	},
	inbox({ services, record, collection }: Desk) {
		if (record) services.inbox.file({ recordIds: [record.id], collectionId: collection?.id ?? null });
	},
	labels({ services }: Desk, { which }: FurtherWork) {
		services.map.setLabels({ labels: ['', 'all', 'hy'][which % 3] ?? '' });
	},
	accept({ services, pick, record }: Desk) {
		const links = record ? services.links.list({ kind: 'record', id: record.id }) : [];
		const suggested = pick(links.filter(({ origin }) => origin === 'suggested'));
		if (suggested) services.links.accept({ id: suggested.id });
	},
	unalign({ services, pick, record }: Desk) {
		if (!record?.editionId) return;
		const firstId = record.editionId;
		for (const { editionId: secondId } of services.records.list({})) {
			if (!secondId || secondId === firstId) continue;
			const pair = pick(services.alignments.list({ firstId, secondId }));
			if (pair?.first != null)
				return services.alignments.remove({ firstId, secondId, first: [pair.first], second: [] });
		}
	},
};
type FurtherKind = keyof typeof further;

/** Undo and redo are what the work is tried with; wordings to settle come with a merge. */
const plainKinds = workKinds.filter((kind) => !['undo', 'redo', 'settle'].includes(kind));
export const allKinds = [...plainKinds, ...(Object.keys(further) as FurtherKind[])];

function isPlain(work: { do: string }): work is Work {
	return !(work.do in further);
}

/** One from words of the record, where these stand in another edition than it was made on. */
function askedLinkOf({ links }: Desk['services'], recordId: RecordId) {
	return links.list({ kind: 'record', id: recordId }).find(({ from, places }) => {
		return from.range && from.id === recordId && places.from?.range?.editionId !== from.range.editionId;
	});
}

/** Whether it stands in another edition than it was made on, or is to be placed there. */
function isAsked({ target, place }: Annotation): boolean {
	return target !== null && place?.editionId !== target.editionId;
}

function at(ordinal: number, startOffset: number) {
	return { startOrdinal: ordinal, startOffset, endOrdinal: ordinal, endOffset: startOffset + 4 };
}

function folders(services: Desk['services']) {
	return services.quotes.list({ style: 'short' });
}
