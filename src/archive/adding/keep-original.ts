import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { Step } from '#archive/db/step.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Arrival } from './arrival.ts';

interface Keepers {
	originals: OriginalsService;
	custody: CustodyService;
}

/** A file as it came, with what was found of it as a picture or a recording, and its entry in the custody log. */
export function keepOriginal(
	step: Step,
	{ originals, custody }: Keepers,
	{ file, original, bytes, picture, media }: Arrival,
): void {
	if (bytes) originals.addWithin(step.writer, original, bytes);
	else originals.addStagedWithin(step.writer, original);
	if (picture) originals.keepPictureFacts(step.writer, original.sha256, picture);
	if (media) originals.keepMediaFacts(step.writer, original.sha256, media);
	custody.appendReceived(step.writer, original, file.name, file.packedIn);
}

/** The same among the files of a record, where the archive may hold those bytes, and the record have them, already. */
export function keepFileOf(
	step: Step,
	services: Keepers & { records: RecordsService },
	recordId: RecordId,
	arrival: Arrival,
): void {
	const { records, originals } = services;
	const { sha256 } = arrival.original;
	if (!originals.find(sha256)) keepOriginal(step, services, arrival);
	const isPart = records.get({ id: recordId }).files.some((part) => part.sha256 === sha256);
	if (!isPart) records.addPartWithin(step, recordId, sha256, arrival.file.name);
}
