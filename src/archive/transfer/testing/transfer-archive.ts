import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EarlierEditionsService } from '#archive/adding/earlier-editions-service.ts';
import { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import { PlacementsService } from '#archive/annotations/placements-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { JobsService } from '#archive/jobs/jobs-service.ts';
import { LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import { LinksService } from '#archive/links/links-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive } from '#archive/testing/test-archive.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { type AnchoringTask, anchorMarks } from '#shared/text/anchor/anchor-marks.ts';
import { AnnotationsExportService } from '../annotations-export-service.ts';
import { AnnotationsImportService } from '../annotations-import-service.ts';

/** Compares texts without a process of its own. */
const ownImporter = {
	anchor: (_name: string, task: AnchoringTask) => Promise.resolve(anchorMarks(task)),
} as unknown as ImportClient;

/** An archive in memory with what export and import need. @param anchor how an import compares texts */
export function openTransferArchive(folder: () => string, anchor: ImportClient['anchor'] = ownImporter.anchor) {
	const archive = openTestArchive();
	const { database, editions } = archive;
	const tags = new TagsService(database);
	const records = new RecordsService(database, editions);
	const links = new LinksService(database, editions, new NamesService(database), () => 'en');
	const annotations = new AnnotationsService(database, editions, tags, () => 'A. Reader');
	const jobs = new JobsService(database, { onProgress: () => undefined, onItem: () => undefined });
	const placements = new PlacementsService(database, editions);
	const linkPlacements = new LinkPlacementsService(database, editions);
	const services = { annotations, editions, records, links, placements, linkPlacements };
	const earlierEditions = new EarlierEditionsService(
		database,
		ownImporter,
		{ ...services, history: archive.history },
		(problem) => {
			throw problem;
		},
	);
	const exporting = new AnnotationsExportService(database, services, () => 'Sample archive');
	const importing = new AnnotationsImportService(database, jobs, { ...ownImporter, anchor }, services);
	return {
		...archive,
		...services,
		tags,
		earlierEditions,
		jobs,
		exporting,
		/** The whole archive as JSON-LD. */
		written: () => exporting.toText('jsonld', {}).text,
		/** Imports a file with this text; gives its report. */
		async bringIn(text: string | object): Promise<JobItem[]> {
			const path = join(folder(), 'sample.jsonld');
			writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
			const id = await importing.importFile(newId<JobId>(), path, 'sample.jsonld');
			await jobs.whenEnded(id);
			const job = jobs.get({ id });
			if (job.error) throw new Error(JSON.stringify(job.error));
			return jobs.items({ id, offset: 0, limit: 100_000 }).items;
		},
	};
}

export type TransferArchive = ReturnType<typeof openTransferArchive>;
