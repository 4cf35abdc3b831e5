import { createHash } from 'node:crypto';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { HeldPicture, ScanCorners } from '#shared/domain/map.ts';
import { fitCorners, worldFileNames, writeWorldFile } from '#shared/map/scan/world-file.ts';
import { message } from '#shared/messages/messages.ts';
import { findHeldPicture, listHeldPictures } from './scans-repository.ts';

interface Services {
	records: RecordsService;
	originals: OriginalsService;
	custody: CustodyService;
}

/** Scans, and where people say that they lie. */
export class ScansService {
	readonly #database: ArchiveDatabase;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, services: Services) {
		this.#database = database;
		this.#services = services;
	}

	pictures(): HeldPicture[] {
		return listHeldPictures(this.#database.reader);
	}

	/**
	 * Keeps where its corners lie as a world file, which becomes a part of the scan's record: one step to undo. Throws
	 * not-found for a picture that the record does not hold, and invalid-input for corners that no picture can have.
	 */
	lay({ recordId, sha256, corners }: { recordId: RecordId; sha256: Sha256; corners: ScanCorners }): void {
		const picture = findHeldPicture(this.#database.reader, recordId, sha256);
		if (!picture) throw new AppError('not-found', { what: sha256 });
		const fitted = fitCorners(corners, picture);
		if (!fitted) throw new AppError('invalid-input', { reason: message('map.scan.flat') });
		const { records, originals, custody } = this.#services;
		this.#database.step('scanLaid', (step) => {
			// The time makes each a file of its own, so that what was undone can be said again.
			const bytes = Buffer.from(writeWorldFile(fitted.placing, `Lectern ${step.at}`));
			const original = {
				sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
				mediaType: 'text/plain',
				sizeBytes: bytes.length,
			};
			const name = worldFileNames(picture.fileName)[0] ?? 'scan.wld';
			originals.addWithin(step.writer, original, bytes);
			custody.appendReceived(step.writer, original, name);
			records.addPartWithin(step, recordId, original.sha256, name);
		});
	}
}
