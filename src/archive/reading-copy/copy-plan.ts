import type { Reader } from '#archive/db/connection.ts';
import { listLastClocks } from '#archive/db/known-changes.ts';
import { closedIdsOf } from '#archive/packages/closed-reach.ts';
import { planWithheld } from '#archive/packages/package-plan.ts';
import { planCollections, planRecords, planSurroundings } from '#archive/packages/planned-surroundings.ts';
import { openRecords } from '#archive/packages/record-choice.ts';
import type { WithheldName } from '#archive/packages/sweep/withheld-names.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { Description } from '#shared/domain/description.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { Evidence } from '#shared/domain/evidence.ts';
import type { LinkEnd, LinkView, PlacedLink } from '#shared/domain/link.ts';
import type { Name } from '#shared/domain/name.ts';
import type { PackageChoice } from '#shared/domain/package.ts';
import type { CopyCore } from '#shared/reading-copy/copy-parts.ts';
import type { CopiedServices } from './copy-services.ts';

/** What a reading copy will hold, settled at one moment; texts never change, so they are read when they are due. */
export interface CopyPlan {
	/** As a copy shows them: with the text that is shown, and without what leads out of the copy. */
	records: RecordDetail[];
	annotations: Annotation[];
	names: Name[];
	events: ArchiveEvent[];
	/** Between what is in the copy. */
	links: PlacedLink[];
	collections: Collection[];
	/** Names that must not leave, in any form. */
	withheld: WithheldName[];
	/** Titles of chosen records that their access keeps in. */
	closed: string[];
	/** The last change of each replica when the notes were read: a later one is not in the copy, and was not seen there. */
	known: CopyCore['known'];
	/** Whether the thing at the end of a link is in the copy. */
	holds(end: Pick<LinkEnd, 'kind' | 'id'>): boolean;
}

export interface CopyRequest {
	choice: PackageChoice;
	hasNotes: boolean;
	/** ISO 8601 date by which embargoes are judged. */
	today: string;
	reader: Reader;
}

/** Writes nothing; throws not-found for a collection or record that is none. */
export function planCopy(services: CopiedServices, { choice, hasNotes, today, reader }: CopyRequest): CopyPlan {
	const chosen = openRecords(services, choice, today);
	const { open, closed, isAll } = chosen;
	const { records, recordIds } = planRecords(services, open);
	const annotations = hasNotes ? services.annotations.list({}).filter(({ recordId }) => recordIds.has(recordId)) : [];
	const annotationIds = new Set<string>(annotations.map(({ id }) => id));
	const packaged = { recordIds, annotationIds, isAll, closedIds: closedIdsOf(services, closed) };
	const withheld = planWithheld(services);
	const { names, events, links } = planSurroundings(services, packaged, withheld);
	const collections = planCollections(services, chosen);
	const ids: Record<LinkEnd['kind'], ReadonlySet<string>> = {
		record: recordIds,
		annotation: annotationIds,
		name: new Set(names.map(({ id }) => id)),
		event: new Set(events.map(({ id }) => id)),
	};
	return {
		records: records.map((record) => ({
			...record,
			editions: record.editions.filter(({ id }) => id === record.editionId || record.translationIds.includes(id)),
			// It is not said that strangers get another text.
			redactionId: null,
			annotationCount: 0,
		})),
		annotations,
		names,
		events,
		links,
		collections,
		withheld,
		closed: closed.map(({ title }) => title),
		known: listLastClocks(reader) as CopyCore['known'],
		holds: ({ kind, id }) => ids[kind].has(id),
	};
}

/** Those that lead to something in the copy. */
export function heldViews({ holds }: Pick<CopyPlan, 'holds'>, views: readonly LinkView[]): LinkView[] {
	return views.filter(({ from, to }) => holds(from) && holds(to));
}

export function heldEvidence({ holds }: Pick<CopyPlan, 'holds'>, evidence: readonly Evidence[]): Evidence[] {
	return evidence.filter(({ end }) => holds(end));
}

/** Without what is for the archive's own people: who gave it, what harm could come of it, and which names to keep back. */
export function handedOn(description: Description): Description {
	return { ...description, hasGiver: false, receivedBy: '', sensitivity: '', withheldNames: [] };
}
