import type { Reader, Writer } from '#archive/db/connection.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkType } from '#shared/domain/link.ts';

/** A link that waits for the text of its record: from the passage with this ¶ and digest. */
export interface ExpectedLink {
	recordId: RecordId;
	paragraph: number;
	passageDigest: Sha256;
	type: LinkType;
	to: Pick<LinkEnd, 'kind' | 'id'>;
}

type ExpectedRow = Omit<ExpectedLink, 'to'> & { toKind: LinkEnd['kind']; toId: string };

export function listExpectedLinks(reader: Reader, recordId: RecordId): ExpectedLink[] {
	return reader
		.all<ExpectedRow>(
			`SELECT record_id AS recordId, paragraph, passage_digest AS passageDigest, type, to_kind AS toKind, to_id AS toId
			FROM expected_links WHERE record_id = ? ORDER BY paragraph, id`,
			recordId,
		)
		.map(({ toKind, toId, ...row }) => ({ ...row, to: { kind: toKind, id: toId } }));
}

export function insertExpectedLink(writer: Writer, id: string, expected: ExpectedLink): void {
	writer.run(
		`INSERT INTO expected_links (id, record_id, paragraph, passage_digest, type, to_kind, to_id)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		id,
		expected.recordId,
		expected.paragraph,
		expected.passageDigest,
		expected.type,
		expected.to.kind,
		expected.to.id,
	);
}
