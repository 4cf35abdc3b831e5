import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import { derivedId, type EditionId, type RecordId } from '#shared/domain/ids.ts';
import type { AccessLevel } from '#shared/domain/record.ts';
import type { Translation, TranslationStatus } from '#shared/domain/translation.ts';

/** As SQLite has them, which knows no booleans. */
export interface TranslationRow extends Omit<Translation, 'isWithheld' | 'isRedacted' | 'hasWithheldNames'> {
	access: AccessLevel;
	embargoUntil: string;
	isRedacted: 0 | 1;
	hasWithheldNames: 0 | 1;
}

/** An edition that is a translation of its record now, whatever a merged row says. */
const isThere = `t.deleted_clock IS NULL AND e.record_id = t.record_id AND e.kind = 'translation'`;

/** Passages of the base that are in the translation of another: they are paired with it, and it has not their lineage. */
const joinedCount = `(SELECT count(DISTINCT j.ordinal) FROM (
		SELECT first_ordinal AS ordinal FROM alignment_pairs WHERE deleted_clock IS NULL
			AND first_edition_id = b.id AND second_edition_id = e.id AND second_ordinal IS NOT NULL
		UNION ALL SELECT second_ordinal FROM alignment_pairs WHERE deleted_clock IS NULL
			AND first_edition_id = e.id AND second_edition_id = b.id AND first_ordinal IS NOT NULL) j
	JOIN blocks o ON o.edition_id = b.id AND o.ordinal = j.ordinal
	WHERE NOT EXISTS (SELECT 1 FROM blocks k WHERE k.edition_id = e.id AND k.lineage_id = o.lineage_id))`;

/** Of records outside the bin; what is awaited first, then by title. */
export function listTranslations(reader: Reader, recordId: RecordId | null): TranslationRow[] {
	return reader.all<TranslationRow>(
		`SELECT t.record_id AS recordId, r.title, t.language, t.status, t.status_at AS statusAt, r.access,
			r.embargo_until AS embargoUntil, e.id AS editionId, coalesce(e.maker, '') AS translator,
			coalesce(e.passage_count, 0) + ${joinedCount} AS translatedCount,
			coalesce(b.passage_count, g.passage_count, s.passage_count, 0) AS passageCount,
			g.id IS NOT NULL AS isRedacted,
			g.id IS NULL AND EXISTS (SELECT 1 FROM descriptions d
				WHERE d.record_id = r.id AND d.deleted_clock IS NULL AND d.withheld_names <> '[]') AS hasWithheldNames
		FROM translations t JOIN records r ON r.id = t.record_id AND r.deleted_clock IS NULL
		LEFT JOIN editions e ON e.id = t.edition_id AND ${isThere}
		LEFT JOIN editions b ON b.id = e.base_edition_id
		LEFT JOIN editions g ON g.id = r.redaction_id
		LEFT JOIN editions s ON s.id = r.edition_id
		WHERE t.deleted_clock IS NULL AND (e.id IS NOT NULL OR t.status <> 'home') ${recordId ? 'AND t.record_id = ?' : ''}
		ORDER BY t.status = 'home', r.title, r.id, t.language`,
		...(recordId ? [recordId] : []),
	);
}

/** One a record and language, in every copy of an archive. */
function translationId(recordId: RecordId, language: string): string {
	return derivedId('translation', recordId, language);
}

interface StoredTranslation {
	status: TranslationStatus;
	editionId: EditionId | null;
}

/** Undefined where nothing is said of that language. */
export function findTranslation(reader: Reader, recordId: RecordId, language: string): StoredTranslation | undefined {
	return reader.get<StoredTranslation>(
		`SELECT t.status, e.id AS editionId FROM translations t LEFT JOIN editions e ON e.id = t.edition_id AND ${isThere}
		WHERE t.id = ? AND t.deleted_clock IS NULL`,
		translationId(recordId, language),
	);
}

export function putTranslation(
	step: Step,
	recordId: RecordId,
	language: string,
	{ status, editionId }: StoredTranslation,
): void {
	step.insert('translations', translationId(recordId, language), {
		...{ record_id: recordId, language, status, status_at: step.at, edition_id: editionId },
	});
}

export function deleteTranslation(step: Step, recordId: RecordId, language: string): void {
	step.remove('translations', translationId(recordId, language));
}

/** Editions whose ids begin with these digits and go on with those behind their version's. */
export function listEditionsByBits(reader: Reader, bits: string): { id: EditionId; recordId: RecordId }[] {
	const like = `${bits.slice(0, 8)}-${bits.slice(8, 12)}-_${bits.slice(12)}-%`;
	return reader.all('SELECT id, record_id AS recordId FROM editions WHERE id LIKE ?', like);
}
