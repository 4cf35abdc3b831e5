import { software } from '#archive/custody/software.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { emptyDescription } from '#shared/domain/description.ts';
import type { FindingAidFormat, FindingAidSummary } from '#shared/domain/finding-aid.ts';
import { writeWholeFile } from '../annotation-file.ts';
import { namesStandingIn } from '../names-standing-in.ts';
import { isWithheld } from '../withholding.ts';
import { countUnits, describedTree } from './described-tree.ts';
import { writeEad3 } from './ead3.ts';
import { writeFindingAidPage } from './finding-aid-page.ts';

/** Writes the finding aid of the archive: its records as they are described, from the whole to the part. */
export class FindingAidService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #descriptions: DescriptionsService;
	readonly #archive: () => { id: string; title: string };

	/** @param archive which it is, asked each time. */
	constructor(
		database: ArchiveDatabase,
		records: RecordsService,
		descriptions: DescriptionsService,
		archive: () => { id: string; title: string },
	) {
		this.#database = database;
		this.#records = records;
		this.#descriptions = descriptions;
		this.#archive = archive;
	}

	/** Records whose access is not open are left out and counted; who gave or took in a record is in none. */
	toText(format: FindingAidFormat): FindingAidSummary & { text: string } {
		const writtenAt = new Date(this.#database.now()).toISOString();
		const today = writtenAt.slice(0, 10);
		const described = this.#descriptions.all();
		const records = this.#records.list({});
		const units = describedTree(
			records.map((record) => ({
				record,
				description: described.get(record.id) ?? emptyDescription,
				files: this.#records.filesOf(record.id),
			})),
			(record) => isWithheld(record, today),
		);
		const exported = countUnits(units);
		const write = format === 'html' ? writeFindingAidPage : writeEad3;
		const text = write({ ...this.#archive(), writtenAt, software, units });
		const names = [...described.values()].flatMap(({ withheldNames }) => withheldNames);
		return { text, exported, withheld: records.length - exported, exposedNames: namesStandingIn(text, names) };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: FindingAidFormat, path: string): Promise<FindingAidSummary> {
		const { text, ...summary } = this.toText(format);
		await writeWholeFile(path, text);
		return summary;
	}
}
