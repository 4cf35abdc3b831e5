import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { isWithheld } from '#archive/transfer/withholding.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { WantedSourceCalls } from '#shared/api/wanted-sources-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type RecordId } from '#shared/domain/ids.ts';
import { mainDate } from '#shared/domain/record.ts';
import { statusOf, type WantedSource, type WantedSourceFields } from '#shared/domain/wanted-source.ts';
import {
	findRevision,
	insertWantedSource,
	isLiveRecord,
	listWantedSources,
	mainDates,
	updateWantedSource,
} from './wanted-sources-repository.ts';

const unwritten: WantedSourceFields = { status: 'wanted', askedOn: '', note: '' };

/** Sources that are cited and not held: how far the search for each of them is. */
export class WantedSourcesService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	/** Records that are described only, and those that were until they arrived; the most cited first. */
	list(): WantedSource[] {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		return listWantedSources(this.#database.reader).map((row) => {
			const { dates: _, access, embargoUntil, status, askedOn, note, ...source } = row;
			return {
				...source,
				dateEdtf: mainDate(mainDates(row)),
				isWithheld: isWithheld({ access, embargoUntil }, today),
				status: statusOf(source.holding, status),
				askedOn: askedOn ?? '',
				note: note ?? '',
			};
		});
	}

	/** `conflict` when something else was written since `revision`; 0 is nothing yet. */
	update({ recordId, revision, fields }: ArgumentOf<WantedSourceCalls['update']>): void {
		const { reader } = this.#database;
		if (!isLiveRecord(reader, recordId)) throw new AppError('not-found', { what: recordId });
		const id = wantedSourceId(recordId);
		const known = findRevision(reader, id);
		const stored = known && known.isLive === 1 ? known.revision : 0;
		if (stored !== revision) throw new AppError('conflict');
		this.#database.step('wantedSourceChanged', (step) => {
			if (stored > 0) updateWantedSource(step, id, fields);
			else insertWantedSource(step, id, recordId, { ...unwritten, ...fields });
		});
	}
}

/** The file of a described record has arrived: within the same step, so that undo takes both back. */
export function obtainWithin(step: Step, recordId: RecordId): void {
	const id = wantedSourceId(recordId);
	if (findRevision(step.writer, id)?.isLive === 1) updateWantedSource(step, id, { status: 'obtained' });
	else insertWantedSource(step, id, recordId, { ...unwritten, status: 'obtained' });
}

/** One for each record, in every copy of an archive. */
function wantedSourceId(recordId: RecordId): string {
	return derivedId('wanted-source', recordId);
}
