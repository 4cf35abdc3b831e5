import type { Reader, Writer } from '#archive/db/connection.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { DescribedText } from './described-text.ts';

/** Texts that records outside the bin are known by. */
export function listDescribedTexts(reader: Reader): DescribedText[] {
	return reader
		.all<{ recordId: RecordId; textDigest: Sha256; passageDigests: string }>(
			`SELECT d.record_id AS recordId, d.text_digest AS textDigest, d.passage_digests AS passageDigests
			FROM described_texts AS d JOIN records AS r ON r.id = d.record_id WHERE r.deleted_clock IS NULL`,
		)
		.map((row) => ({ ...row, passageDigests: JSON.parse(row.passageDigests) as DescribedText['passageDigests'] }));
}

export function insertDescribedText(writer: Writer, text: DescribedText): void {
	writer.run(
		'INSERT INTO described_texts (record_id, text_digest, passage_digests) VALUES (?, ?, ?)',
		text.recordId,
		text.textDigest,
		JSON.stringify(text.passageDigests),
	);
}
