import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { TagsService } from '#archive/tags/tags-service.ts';
import { bibliographyEntry } from '#shared/cite/bibliography/bibliography-entry.ts';
import { writeBibliography } from '#shared/cite/bibliography/write-bibliography.ts';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { BibliographyFormat, RecordChoice } from '#shared/domain/citation.ts';
import { collation } from '#shared/messages/collation.ts';
import { writeWholeFile } from './annotation-file.ts';
import { isWithheld } from './withholding.ts';

/** Writes records for programs that keep references. */
export class ReferencesExportService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #descriptions: DescriptionsService;
	readonly #tags: TagsService;
	readonly #title: () => string;

	/** @param title the archive's, asked each time. */
	constructor(
		database: ArchiveDatabase,
		{ records, descriptions, tags }: { records: RecordsService; descriptions: DescriptionsService; tags: TagsService },
		title: () => string,
	) {
		this.#database = database;
		this.#records = records;
		this.#descriptions = descriptions;
		this.#tags = tags;
		this.#title = title;
	}

	/** The whole file as text, by title. Records that are not open are left out and counted. */
	toText(format: BibliographyFormat, { ids }: RecordChoice): ExportSummary & { text: string } {
		const chosen = ids && new Set(ids);
		const records = this.#records.list({}).filter(({ id }) => chosen?.has(id) ?? true);
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		const open = records.filter((record) => !isWithheld(record, today));
		const inOrder = collation();
		open.sort((a, b) => inOrder(a.title, b.title) || (a.id < b.id ? -1 : 1));
		const tagNames = new Map(this.#tags.list().map(({ id, name }) => [id, name]));
		const described = this.#descriptions.all();
		const archiveTitle = this.#title();
		const entries = open.map((record) =>
			bibliographyEntry(record, {
				tags: record.tagIds.flatMap((id) => tagNames.get(id) ?? []),
				described: described.get(record.id),
				archiveTitle,
			}),
		);
		return {
			text: writeBibliography(entries, format),
			exported: open.length,
			withheld: records.length - open.length,
		};
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: BibliographyFormat, choice: RecordChoice, path: string): Promise<ExportSummary> {
		const { text, ...summary } = this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}
}
