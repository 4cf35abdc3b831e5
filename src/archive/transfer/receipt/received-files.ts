import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { CustodyEvent } from '#shared/domain/custody.ts';
import type { JobId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { ReceiptFile, ReceiptSubject } from '#shared/domain/receipt.ts';
import type { HeldFile } from '#shared/domain/record.ts';

export interface ReceiptServices {
	records: RecordsService;
	descriptions: DescriptionsService;
	custody: CustodyService;
	jobs: JobsService;
	names: Pick<NamesService, 'list'>;
}

/** The files that a receipt is about, and the records that hold them. */
export interface Received {
	files: ReceiptFile[];
	recordIds: RecordId[];
}

/** Finds what was received, and what the archive knows of how. */
export class ReceivedFiles {
	readonly #database: ArchiveDatabase;
	readonly #services: ReceiptServices;

	constructor(database: ArchiveDatabase, services: ReceiptServices) {
		this.#database = database;
		this.#services = services;
	}

	/** Each file once, in the order of the records, or of the job. */
	of(subject: ReceiptSubject): Received {
		return 'jobId' in subject ? this.#ofJob(subject.jobId) : this.#ofRecords(subject.recordIds);
	}

	#ofRecords(asked: readonly RecordId[]): Received {
		const recordIds = [...new Set(asked)];
		const files = new Map<Sha256, ReceiptFile>();
		for (const id of recordIds)
			for (const file of this.#filesGiven(id))
				if (!files.has(file.sha256)) files.set(file.sha256, this.#described(id, file));
		return { files: [...files.values()], recordIds };
	}

	/** What came home from translators was given by none of those who gave the record. */
	#filesGiven(id: RecordId): HeldFile[] {
		const { records } = this.#services;
		const translators = records.translatorsFilesOf(id);
		return records.filesOf(id).filter(({ sha256 }) => !translators.has(sha256));
	}

	/**
	 * What a job took in. A file that was held before was given once more, on that day: when and to whom others gave it is
	 * not this giver's to know.
	 */
	#ofJob(id: JobId): Received {
		const { jobs } = this.#services;
		const { startedAt } = jobs.get({ id });
		const files = new Map<Sha256, ReceiptFile>();
		const recordIds = new Set<RecordId>();
		for (const { name, outcome, recordId, sha256 } of jobs.items({ id, offset: 0, limit: Number.MAX_SAFE_INTEGER })
			.items) {
			if (!recordId || !sha256 || files.has(sha256)) continue;
			const file = this.#filesGiven(recordId).find((held) => held.sha256 === sha256);
			if (!file) continue;
			recordIds.add(recordId);
			const again = { receivedAt: startedAt, receivedOn: '', receivedBy: this.#database.author };
			const { mediaType, sizeBytes } = file;
			const isKnown = outcome === 'already-held';
			files.set(
				sha256,
				isKnown ? { fileName: name, sha256, mediaType, sizeBytes, ...again } : this.#described(recordId, file),
			);
		}
		return { files: [...files.values()], recordIds: [...recordIds] };
	}

	#described(recordId: RecordId, { fileName, sha256, mediaType, sizeBytes, ...held }: HeldFile): ReceiptFile {
		const { receivedOn, receivedBy } = this.#services.descriptions.get({ recordId });
		const entry = receivedAs(fileName, this.#services.custody.receptionsOf(sha256));
		return {
			...{ fileName, sha256, mediaType, sizeBytes, receivedOn },
			receivedAt: entry?.at ?? held.receivedAt,
			receivedBy: receivedBy || (entry?.agent ?? ''),
		};
	}
}

/** The entry of the file by that name; the first of all where the bytes came under others. */
function receivedAs(fileName: string, entries: readonly CustodyEvent[]): CustodyEvent | undefined {
	return entries.find(({ detail }) => detail.file === fileName) ?? entries[0];
}
