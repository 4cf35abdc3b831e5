import { isWithheld } from '#archive/transfer/withholding.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import type { PackageChoice } from '#shared/domain/package.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import type { PackagedServices } from './package-services.ts';

/** In a fixed order. */
export interface ChosenRecords {
	/** Those that may go. */
	open: RecordSummary[];
	/** Those that their access keeps in. */
	closed: RecordSummary[];
	/** All were chosen, and with them what belongs to no record. */
	isAll: boolean;
}

/**
 * The chosen records outside the bin. Throws not-found for a collection or record that is not there.
 */
export function openRecords(
	services: Pick<PackagedServices, 'records' | 'collections'>,
	choice: PackageChoice,
	today: string,
): ChosenRecords {
	const without = new Set(choice.withoutIds);
	const staysIn = (record: RecordSummary) => choice.withClosed !== true && isWithheld(record, today);
	const chosen = chosenRecords(services, choice)
		.filter(({ id }) => !without.has(id))
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return {
		open: chosen.filter((record) => !staysIn(record)),
		closed: chosen.filter(staysIn),
		isAll: choice.collectionId === undefined && choice.recordIds === undefined && without.size === 0,
	};
}

function chosenRecords(
	{ records, collections }: Pick<PackagedServices, 'records' | 'collections'>,
	{ collectionId, recordIds }: PackageChoice,
): RecordSummary[] {
	const all = records.list({});
	if (recordIds) {
		const byId = new Map(all.map((record) => [record.id, record]));
		return [...new Set(recordIds)].map((id) => {
			const record = byId.get(id);
			if (!record) throw new AppError('not-found', { what: id });
			return record;
		});
	}
	if (collectionId === undefined) return all;
	const within = new Set([collectionId, ...below(collections.list(), collectionId)]);
	if (!collections.isLive(collectionId)) throw new AppError('not-found', { what: collectionId });
	return all.filter((record) => record.collectionIds.some((id) => within.has(id)));
}

/** A merge may have made a ring of collections: each is met once. */
function below(all: readonly { id: CollectionId; parentId: CollectionId | null }[], top: CollectionId): CollectionId[] {
	const found = new Set<CollectionId>();
	const waiting = [top];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
		for (const child of all)
			if (child.parentId === id && !found.has(child.id) && child.id !== top) {
				found.add(child.id);
				waiting.push(child.id);
			}
	return [...found];
}
