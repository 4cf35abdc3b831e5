import { createHash } from 'node:crypto';
import { toNewEdition } from '#archive/adding/arrival-writer.ts';
import { insertArchiveRow } from '#archive/archive-row.ts';
import type { ArchiveServices } from '#archive/archive-services.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { editionIdOf } from '#archive/editions/editions-service.ts';
import type { Extraction } from '#archive/importers/importer.ts';
import { wholeLinkId } from '#archive/links/links-service.ts';
import type { ArchiveId, Sha256 } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { StarterData } from './starter-types.ts';

/** The same in every copy, so that two people's starter archives are one archive when they merge. */
export const starterArchiveId = '0199f3f0-0000-7000-8000-000000000001' as ArchiveId;

/**
 * Fills a new archive with the starter data, through the services that a user's work goes through, in one step with
 * clock zero: whatever a person does later comes after it.
 */
export function buildStarter(
	database: ArchiveDatabase,
	services: ArchiveServices,
	data: StarterData,
	digest: Extraction,
): void {
	database.step(
		'starter',
		(step) => {
			insertArchiveRow(step, { id: starterArchiveId, title: message('archive.starterTitle') });
			addRecords(step, services, data, digest);
			services.names.insertWithin(step, data.names);
			services.events.insertWithin(step, data.events);
			addLinks(step, services, data);
		},
		{ kind: 'setup', clock: 'zero' },
	);
}

function addRecords(step: Step, services: ArchiveServices, data: StarterData, digest: Extraction): void {
	const { recordId, fileName, bytes } = data.digest;
	const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
	const edition = toNewEdition(digest, sha256);
	for (const record of data.records) {
		const { id, fact: _fact, holding, paragraphs: _paragraphs, ...fields } = record;
		const editionId = id === recordId ? editionIdOf(recordId, edition) : null;
		services.records.addWithin(step, id, fields, { holding, editionId });
	}
	const original = { sha256, mediaType: digest.mediaType, sizeBytes: bytes.length };
	services.originals.addWithin(step.writer, original, bytes);
	services.custody.appendReceived(step.writer, original, fileName);
	services.records.addPartWithin(step, recordId, sha256, fileName);
	services.editions.addWithin(step, recordId, edition);
	services.records.addDescribedTextWithin(step, data.report);
}

/** Links from the report's passages wait for its text; those between whole things can be made now. */
function addLinks(step: Step, { links }: ArchiveServices, data: StarterData): void {
	const { recordId } = data.report;
	links.insertExpected(
		step,
		data.links.map(({ paragraph, passageDigest, type, to }) => ({ recordId, paragraph, passageDigest, type, to })),
	);
	links.insertWithin(step, [
		{
			id: wholeLinkId(data.digest.recordId, 'rests-on', recordId),
			type: 'rests-on',
			from: { kind: 'record', id: data.digest.recordId },
			to: { kind: 'record', id: recordId },
			origin: 'automatic',
		},
	]);
}
