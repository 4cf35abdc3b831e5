import { software } from '#archive/custody/software.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import { withheldNames } from '#archive/packages/sweep/withheld-names.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { emptyDescription } from '#shared/domain/description.ts';
import type { FindingAidFormat, FindingAidSheet, FindingAidSummary } from '#shared/domain/finding-aid.ts';
import { writeWholeFile } from '../annotation-file.ts';
import { namesStandingIn } from '../names-standing-in.ts';
import { isWithheld } from '../withholding.ts';
import { countUnits, type DescribedArchive, type DescribedUnit, describedTree } from './described-tree.ts';
import { writeEad3 } from './ead3.ts';
import { writeFindingAidPage } from './finding-aid-page.ts';
import { findingAidSheet } from './finding-aid-sheet.ts';

interface DescribedServices {
	records: RecordsService;
	descriptions: DescriptionsService;
	names: Pick<NamesService, 'list'>;
}

/** Writes the finding aid of the archive: its records as they are described, from the whole to the part. */
export class FindingAidService {
	readonly #database: ArchiveDatabase;
	readonly #services: DescribedServices;
	readonly #archive: () => { id: string; title: string };

	/** @param archive which it is, asked each time. */
	constructor(database: ArchiveDatabase, services: DescribedServices, archive: () => { id: string; title: string }) {
		this.#database = database;
		this.#services = services;
		this.#archive = archive;
	}

	/** Records whose access is not open are left out and counted; who gave or took in a record is in none. */
	async toText(format: FindingAidFormat): Promise<FindingAidSummary & { text: string }> {
		const { archive, sheet, ...summary } = await this.#describe();
		return { text: format === 'html' ? writeFindingAidPage(sheet) : writeEad3(archive), ...summary };
	}

	/** The same in words, for one who draws it. */
	async toSheet(): Promise<FindingAidSummary & { sheet: FindingAidSheet }> {
		const { archive: _, ...said } = await this.#describe();
		return said;
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: FindingAidFormat, path: string): Promise<FindingAidSummary> {
		const { text, ...summary } = await this.toText(format);
		await writeWholeFile(path, text);
		return summary;
	}

	async #describe(): Promise<FindingAidSummary & { archive: DescribedArchive; sheet: FindingAidSheet }> {
		const { records, descriptions } = this.#services;
		const writtenAt = new Date(this.#database.now()).toISOString();
		const today = writtenAt.slice(0, 10);
		const described = descriptions.all();
		const all = records.list({});
		const units = describedTree(
			all.map((record) => {
				// A translator's file was not received with the record, and its name may be the translator's.
				const translators = records.translatorsFilesOf(record.id);
				const files = records.filesOf(record.id).filter(({ sha256 }) => !translators.has(sha256));
				return { record, description: described.get(record.id) ?? emptyDescription, files };
			}),
			(record) => isWithheld(record, today),
		);
		const exported = countUnits(units);
		const archive = { ...this.#archive(), writtenAt, software, units };
		const sheet = findingAidSheet(archive);
		return { archive, sheet, exported, withheld: all.length - exported, ...(await this.#exposed(archive)) };
	}

	/** Which names stand in it that should not: those that are withheld anywhere, and those of givers. One sweep for both. */
	async #exposed({
		title,
		units,
	}: DescribedArchive): Promise<Pick<FindingAidSummary, 'exposedNames' | 'isGiverExposed'>> {
		const { descriptions, names } = this.#services;
		const written = [...descriptions.all().values()].flatMap((description) => description.withheldNames);
		const withheld = withheldNames(written, names.list());
		const givers = withheldNames(descriptions.givers(), []);
		const met = await namesStandingIn([title, ...units.flatMap(writtenIn)], [...withheld, ...givers]);
		return {
			exposedNames: withheld.flatMap(({ name }) => (met.has(name) ? [name] : [])).sort(),
			isGiverExposed: givers.some(({ name }) => met.has(name)),
		};
	}
}

/** What people wrote, and not the app's own words around it, in which a month is like a name. */
function writtenIn({ record, description, files, parts }: DescribedUnit): string[] {
	return [
		...[record.title, record.source, record.description, record.rights, record.knownFrom],
		...record.creators.flatMap(({ name, role }) => [name, role]),
		...record.dates.flatMap(({ edtf, inferred }) => [edtf, inferred]),
		...record.languages,
		...[description.referenceCode, description.extent, description.custodialHistory, description.accessConditions],
		...files.map(({ fileName }) => fileName),
		...parts.flatMap(writtenIn),
	];
}
