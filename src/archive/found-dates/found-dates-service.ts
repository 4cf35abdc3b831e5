import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { DateScanPage, DateScanPlace, FoundDateCalls } from '#shared/api/found-dates-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { DateInText, DatePlace, RejectedDate } from '#shared/domain/found-date.ts';
import { derivedId, type RecordId } from '#shared/domain/ids.ts';
import { mainDate } from '#shared/domain/record.ts';
import { endOfPiece, longestPiece } from '#shared/found-dates/text-piece.ts';
import { yearOfDate } from '#shared/found-dates/year-of-date.ts';
import {
	countBlocks,
	deleteRejectedDate,
	findLineage,
	hasRejectedDate,
	insertRejectedDate,
	listPassagesFrom,
	listRejectedDates,
} from './found-dates-repository.ts';

type DatesInPassage = typeof import('#shared/found-dates/dates-in-passage.ts').datesInPassage;

/** Most passages are short: this many are read at a time. */
const passagesPerRead = 50;

/** Dates that are written in texts. They are found anew each time; kept is only what a person rejected. */
export class FoundDatesService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #author: () => string;

	/** @param author the name under which dates are rejected, asked each time. */
	constructor(database: ArchiveDatabase, records: RecordsService, author: () => string) {
		this.#database = database;
		this.#records = records;
		this.#author = author;
	}

	/** Stretch by stretch, so that whoever asks can stop, and nobody else waits. */
	async scan({ recordId, after }: ArgumentOf<FoundDateCalls['scan']>): Promise<DateScanPage> {
		// The rules of six languages: only who looks for dates needs them.
		const { datesInPassage } = await import('#shared/found-dates/dates-in-passage.ts');
		const { editionId, dates } = this.#records.get({ id: recordId });
		// The text may have been read anew since the last stretch: then its places are others.
		if (!editionId || (after && after.editionId !== editionId)) return { dates: [], next: null, done: 0, total: 0 };
		const start = after ?? { editionId, ordinal: 0, offset: 0, year: null };
		const { found, next } = this.#scanFrom(start, yearOfDate(mainDate(dates)), datesInPassage);
		const total = countBlocks(this.#database.reader, editionId);
		return { dates: found, next, done: next?.ordinal ?? total, total };
	}

	rejected({ recordId }: { recordId: RecordId }): RejectedDate[] {
		return listRejectedDates(this.#database.reader, recordId);
	}

	/** These words in these passages are no dates from now on, in later editions of the text too. */
	reject({ recordId, places }: ArgumentOf<FoundDateCalls['reject']>): void {
		const rejected = places.map((place) => ({ id: this.#idOf(recordId, place), place }));
		this.#database.step('dateRejected', (step) => {
			for (const { id, place } of rejected)
				insertRejectedDate(step, id, { ...place, recordId, author: this.#author() });
		});
	}

	readmit({ ids }: { ids: string[] }): void {
		const missing = ids.find((id) => !hasRejectedDate(this.#database.reader, id));
		if (missing) throw new AppError('not-found', { what: missing });
		this.#database.step('dateReadmitted', (step) => {
			for (const id of ids) deleteRejectedDate(step, id);
		});
	}

	#scanFrom(
		place: DateScanPlace,
		yearOfRecord: number | null,
		datesInPassage: DatesInPassage,
	): { found: DateInText[]; next: DateScanPlace | null } {
		const { editionId } = place;
		const found: DateInText[] = [];
		let { ordinal, offset, year } = place;
		let left = longestPiece;
		for (;;) {
			const passages = listPassagesFrom(this.#database.reader, editionId, ordinal, passagesPerRead);
			for (const passage of passages) {
				const from = passage.ordinal === ordinal ? offset : 0;
				if (left <= 0) return { found, next: { editionId, ordinal: passage.ordinal, offset: from, year } };
				const to = endOfPiece(passage.text, from);
				const piece = datesInPassage({ ...passage, editionId, from, to }, { yearBefore: year, yearOfRecord });
				found.push(...piece.dates);
				year = piece.year;
				left -= to - from;
				if (to < passage.text.length) return { found, next: { editionId, ordinal: passage.ordinal, offset: to, year } };
			}
			const last = passages.at(-1);
			if (!last || passages.length < passagesPerRead) return { found, next: null };
			[ordinal, offset] = [last.ordinal + 1, 0];
		}
	}

	/** The same words rejected in two copies of an archive are one row after they are merged. */
	#idOf(recordId: RecordId, { editionId, ordinal, words, occurrence }: DatePlace): string {
		const lineageId = findLineage(this.#database.reader, recordId, editionId, ordinal);
		if (lineageId === undefined) throw new AppError('not-found', { what: `${editionId}/${ordinal}` });
		return derivedId('rejected-date', lineageId, words, String(occurrence));
	}
}
