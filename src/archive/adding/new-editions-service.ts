import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { WithdrawalsService } from '#archive/withdrawals/withdrawals-service.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { Edition, NewEditionOutcome } from '#shared/domain/edition.ts';
import type { EditionId, JobId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { receiveText } from './arrival.ts';
import { type SuccessionServices, succeed } from './edition-succession.ts';
import { FileReader } from './file-reader.ts';
import { keepFileOf } from './keep-original.ts';
import { toLaterEdition } from './later-edition.ts';

interface Services extends SuccessionServices {
	originals: OriginalsService;
	annotations: AnnotationsService;
	custody: CustodyService;
	withdrawals: WithdrawalsService;
}

/** A file for a record that is there. */
export interface NewEditionRequest {
	id: JobId;
	recordId: RecordId;
	path: string;
	name: string;
	/** Which of the record's recordings it is the text of; null or absent for a text of none. */
	recordingSha256?: Sha256 | null;
}

/** Brings in a file as a new edition of a record that is there: a better scan, a corrected transcription, a second draft. */
export class NewEditionsService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #importer: ImportClient;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, jobs: JobsService, importer: ImportClient, services: Services) {
		this.#database = database;
		this.#jobs = jobs;
		this.#importer = importer;
		this.#services = services;
	}

	/**
	 * The file is kept as a part of the record, and its text is what the record shows from now on; annotations and links on
	 * other editions are carried over. A job (`id` is the client's) that shows what it is at and can be cancelled; resolves
	 * when that has ended. Throws what reading throws, `cancelled`, and not-found where the record holds no such recording: then
	 * nothing is written. `name` is the file's name.
	 */
	async add({ id, ...request }: NewEditionRequest): Promise<NewEditionOutcome> {
		const { recordId, name } = request;
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { editionId: before } = this.#services.records.get({ id: recordId });
		let failure: unknown;
		this.#jobs.start(id, 'edition', {}, async (run) => {
			run.setTotal(1);
			try {
				const edition = await this.#bringIn(run, request);
				const isSame = edition.id === before;
				const outcome = isSame ? 'already-held' : 'added';
				this.#report(run, { name, outcome, recordId, passageCount: edition.passageCount });
			} catch (error) {
				failure = error;
				const data = toErrorData(error);
				const isCancelled = data.code === 'cancelled';
				this.#report(run, {
					name,
					recordId,
					...(isCancelled ? { outcome: 'cancelled' } : { outcome: 'failed', error: data }),
				});
			}
		});
		await this.#jobs.whenEnded(id);
		if (failure !== undefined) throw failure;
		return this.#outcome(recordId, before);
	}

	async #bringIn(run: JobRun, request: Omit<NewEditionRequest, 'id'>): Promise<Edition> {
		const { recordId, path, name, recordingSha256 = null } = request;
		const { withdrawals } = this.#services;
		const { signal } = run;
		run.setCurrent(message('job.edition.reading', { file: name }));
		const recording = recordingSha256 === null ? null : this.#recordingOf(recordId, recordingSha256);
		const file = { path, name, ...(recording && { transcriptOf: recording.fileName }) };
		const files = new FileReader(signal);
		const arrival = await receiveText(file, { files, withdrawals, importer: this.#importer, signal });
		const { extraction, original } = arrival;
		run.setCurrent(message('job.edition.comparing', { file: name }));
		const { sha256 } = original;
		const made = toLaterEdition(this.#services, {
			...{ recordId, extraction, sha256, recordingSha256: recording?.sha256 },
		});
		return succeed(
			{ database: this.#database, importer: this.#importer, services: this.#services },
			{
				...{ recordId, fileName: name, label: 'editionAdded', made, signal },
				alongside: (step) => keepFileOf(step, this.#services, recordId, arrival),
			},
		);
	}

	#report(run: JobRun, item: JobItem): void {
		this.#database.write((writer) => run.keepWithin(writer, [item]));
		run.count([item]);
	}

	#outcome(recordId: RecordId, before: EditionId | null): NewEditionOutcome {
		const { records, editions, placements, linkPlacements } = this.#services;
		const { editionId } = records.get({ id: recordId });
		if (!editionId) throw new AppError('not-found', { what: recordId });
		return {
			edition: editions.get({ id: editionId }),
			isSame: editionId === before,
			notes: placements.countIn(recordId, editionId),
			links: linkPlacements.countIn(recordId, editionId),
		};
	}

	#recordingOf(recordId: RecordId, sha256: Sha256): HeldFile {
		const files = this.#services.records.filesOf(recordId);
		const recording = files.find((file) => file.sha256 === sha256 && isRecording(file.mediaType));
		if (!recording) throw new AppError('not-found', { what: sha256 });
		return recording;
	}
}
