import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { NewEditionOutcome } from '#shared/domain/edition.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { type Arrival, receive } from './arrival.ts';
import { toNewEdition } from './arrival-writer.ts';
import { type SuccessionServices, succeed } from './edition-succession.ts';

interface Services extends SuccessionServices {
	originals: OriginalsService;
	custody: CustodyService;
}

/** Brings in a file as a new edition of a record that is there: a better scan, a corrected transcription, a second draft. */
export class NewEditionsService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, importer: ImportClient, services: Services) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
	}

	/**
	 * The file is kept as a part of the record, and its text is what the record shows from now on; annotations on other
	 * editions are carried over. Throws what reading throws, and then writes nothing. `name` is the file's name.
	 */
	async add({ recordId, path, name }: { recordId: RecordId; path: string; name: string }): Promise<NewEditionOutcome> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { records, originals, placements } = this.#services;
		const { editionId: before } = records.get({ id: recordId });
		const arrival = await receive(
			{ path, name },
			{ originals, importer: this.#importer, isHeld: () => false, signal: new AbortController().signal },
		);
		const { extraction, original, problem } = arrival;
		if (!extraction) throw new AppError(problem?.code ?? 'unexpected', problem?.detail);
		const edition = await succeed(
			{ database: this.#database, importer: this.#importer, services: this.#services },
			{
				...{ recordId, fileName: name, label: 'editionAdded', made: toNewEdition(extraction, original.sha256) },
				alongside: (step) => this.#keepFile(step, recordId, arrival),
			},
		);
		return { edition, isSame: edition.id === before, notes: placements.countIn(recordId, edition.id) };
	}

	#keepFile(step: Step, recordId: RecordId, { file, original, bytes }: Arrival): void {
		const { records, originals, custody } = this.#services;
		const { sha256 } = original;
		if (!originals.find(sha256)) {
			if (bytes) originals.addWithin(step.writer, original, bytes);
			else originals.addStagedWithin(step.writer, original);
			custody.appendReceived(step.writer, original, file.name);
		}
		const isPart = records.get({ id: recordId }).files.some((part) => part.sha256 === sha256);
		if (!isPart) records.addPartWithin(step, recordId, sha256, file.name);
	}
}
