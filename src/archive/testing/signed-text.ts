import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { Block } from '#shared/domain/block.ts';
import type { RecordId } from '#shared/domain/ids.ts';

const raised = (start: number) => [{ start, end: start + 1, kind: 'superscript' as const }];
const blocks: Block[] = [
	{ kind: 'paragraph', text: 'In 20231 so it was.', marks: raised(7) },
	{ kind: 'note', text: '1 Alpha', marks: raised(0) },
];

/** Gives a record a text with the sign of a footnote in it, and the range that one quotes as "In 2023 so". */
export function addSignedText(
	{ database, editions }: { database: ArchiveDatabase; editions: EditionsService },
	recordId: RecordId,
): TextRange {
	const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const edition = database.step('setup', (step) =>
		editions.addWithin(step, recordId, { ...made, parameters: {}, language: 'en', blocks }),
	);
	return { editionId: edition.id, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 11 };
}
