import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { largestTextBytes, refuseUnread } from '#archive/importers/refusal.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { toNewEdition } from './arrival-writer.ts';

interface Services {
	records: RecordsService;
	originals: OriginalsService;
	editions: EditionsService;
}

/** Reads an original again, in an encoding that a person chose: a new edition beside the old one. */
export class RereadingService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, importer: ImportClient, services: Services) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
	}

	/** The new edition opens by itself from now on; undo goes back to the one before. Throws what reading throws. */
	async reread({ recordId, encoding }: { recordId: RecordId; encoding: string }): Promise<Edition> {
		const { records, originals, editions } = this.#services;
		const record = records.get({ id: recordId });
		const [file] = record.files;
		if (!file) throw new AppError('not-found', { what: record.title });
		if (file.sizeBytes > largestTextBytes) throw refuseUnread(file.fileName, file.mediaType);
		const extraction = await this.#importer.read(file.fileName, originals.read(file.sha256), encoding);
		return this.#database.step('textReread', (step) => {
			const edition = editions.addWithin(step, recordId, toNewEdition(extraction, file.sha256));
			const { holding } = records.get({ id: recordId });
			records.setStateWithin(step, recordId, { holding, editionId: edition.id });
			return edition;
		});
	}
}
