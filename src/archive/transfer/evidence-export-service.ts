import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EvidenceService } from '#archive/evidence/evidence-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { ClaimChoice, ClaimEvidence, Evidence, EvidenceFormat } from '#shared/domain/evidence.ts';
import { writeWholeFile } from './annotation-file.ts';
import { writeEvidenceDigest } from './evidence-digest.ts';
import type { ExportedClaim } from './evidence-facts.ts';
import { writeEvidencePage } from './evidence-page.ts';
import { isWithheld } from './withholding.ts';

/** Writes claims with their evidence for people. */
export class EvidenceExportService {
	readonly #database: ArchiveDatabase;
	readonly #evidence: EvidenceService;
	readonly #records: RecordsService;
	readonly #title: () => string;

	/** @param title the archive's, asked each time. */
	constructor(database: ArchiveDatabase, evidence: EvidenceService, records: RecordsService, title: () => string) {
		this.#database = database;
		this.#evidence = evidence;
		this.#records = records;
		this.#title = title;
	}

	/** The whole file as text. Nothing of records that are not open is in it; what is left out is counted. */
	toText(format: EvidenceFormat, { ids }: ClaimChoice): ExportSummary & { text: string } {
		const chosen = ids && new Set(ids);
		const claims = this.#evidence.list().filter(({ claim }) => !chosen || chosen.has(claim.id));
		const withheldIds = this.#withheldIds();
		const shown = claims
			.filter(({ record }) => !withheldIds.has(record.id))
			.map((claim) => withoutWithheld(claim, withheldIds));
		const write = format === 'html' ? writeEvidencePage : writeEvidenceDigest;
		return { text: write(this.#title(), shown), exported: shown.length, withheld: claims.length - shown.length };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: EvidenceFormat, choice: ClaimChoice, path: string): Promise<ExportSummary> {
		const { text, ...summary } = this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}

	#withheldIds(): Set<string> {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		return new Set(this.#records.list({}).flatMap((record) => (isWithheld(record, today) ? record.id : [])));
	}
}

function withoutWithheld(claim: ClaimEvidence, withheldIds: ReadonlySet<string>): ExportedClaim {
	const open = ({ record }: Evidence) => record === null || !withheldIds.has(record.id);
	const [supports, contradicts] = [claim.supports.filter(open), claim.contradicts.filter(open)];
	const withheld = claim.supports.length + claim.contradicts.length - supports.length - contradicts.length;
	return { ...claim, supports, contradicts, withheld };
}
