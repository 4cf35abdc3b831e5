import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { editionIdOf } from '#archive/editions/editions-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { largestTextBytes, refuse, refuseUnread } from '#archive/importers/refusal.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { EditionCalls } from '#shared/api/editions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type Edition, readEditionOf, recordingOf } from '#shared/domain/edition.ts';
import { type PagePart, pagePartOf } from '#shared/domain/page-part.ts';
import { message } from '#shared/messages/messages.ts';
import { type SuccessionServices, succeed } from './edition-succession.ts';
import { toLaterEdition } from './later-edition.ts';

interface Services extends SuccessionServices {
	originals: OriginalsService;
	annotations: AnnotationsService;
}

/**
 * Reads an original again, as it is read by now or as a person says, in another encoding, an old font or another part of the
 * page: a new edition beside the old one.
 */
export class RereadingService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, importer: ImportClient, services: Services) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
	}

	/**
	 * The new edition opens by itself from now on, annotations move over; undo goes back to the one before. It is the file
	 * of the shown edition that is read, as that one was or the one it was made of by hand; where it comes out as the shown
	 * one, nothing is written, and an edition that is there already is shown again. Throws what reading throws.
	 */
	async reread({ recordId, ...said }: ArgumentOf<EditionCalls['reread']>): Promise<Edition> {
		const { records, originals } = this.#services;
		const record = records.get({ id: recordId });
		const shown = record.editions.find(({ id }) => id === record.editionId);
		// A text made by hand says neither encoding nor part: the one that it was made of does.
		const read = shown && (readEditionOf(record.editions, shown) ?? shown);
		const file = record.files.find(({ sha256 }) => sha256 === read?.originalSha256) ?? record.files[0];
		if (!file) throw new AppError('not-found', { what: record.title });
		if (file.sizeBytes > largestTextBytes) throw refuseUnread(file.fileName, file.mediaType);
		const recording = read && recordingOf(read, record.files);
		const options = { ...chosenBefore(read), ...said, isTranscript: recording !== undefined };
		const extraction = await this.#importer.read(file.fileName, originals.read(file.sha256), options);
		// Its text is recognised or written down, not read.
		if (extraction.picture) throw refuse(file.fileName, message('import.reason.image'));
		if (extraction.media) throw refuseUnread(file.fileName, file.mediaType);
		const { sha256 } = file;
		const made = toLaterEdition(this.#services, {
			...{ recordId, extraction, sha256, recordingSha256: recording?.sha256 },
		});
		if (shown && editionIdOf(recordId, made) === shown.id) return shown;
		return succeed(
			{ database: this.#database, importer: this.#importer, services: this.#services },
			{ recordId, fileName: file.fileName, label: 'textReread', made },
		);
	}
}

/** What a person chose before is not forgotten where they say something else now. */
function chosenBefore(read: Edition | undefined): { encoding?: string; part?: PagePart } {
	const { encoding, encodingFoundBy } = read?.parameters ?? {};
	const part = read ? pagePartOf(read) : null;
	return {
		...(encodingFoundBy === 'user' && typeof encoding === 'string' ? { encoding } : {}),
		...(part ? { part } : {}),
	};
}
