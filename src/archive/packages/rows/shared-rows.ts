import { clockZero } from '#shared/domain/clock.ts';
import { type Figure, withoutPicture } from '#shared/domain/figure.ts';
import type { Redactions } from '../redacted-record.ts';
import type { PlainRow } from './going.ts';
import type { RowTable } from './table-fates.ts';

/** What a share says in place of what a row holds: only the columns that differ. */
type Blanks = (row: PlainRow, context: ShareContext) => Partial<PlainRow>;

export interface ShareContext {
	/** Names of the files of each record: a source that is one of them says who had it and where. */
	fileNames: ReadonlyMap<string, ReadonlySet<string>>;
	/** Records without texts: without originals they are described only. */
	textless: ReadonlySet<string>;
	redactions: Redactions;
	/** ISO 8601 UTC instant that stands where the archive has the instants at which things came in. */
	at: string;
}

const blanks: Partial<Record<RowTable, Blanks>> = {
	records: (row, { fileNames, textless, redactions }) => ({
		redaction_id: null,
		...(fileNames.get(String(row.id))?.has(String(row.source)) && { source: '' }),
		...((textless.has(String(row.id)) || redactions.get(String(row.id)) === null) && { holding: 'described-only' }),
		...(redactions.has(String(row.id)) && { edition_id: redactions.get(String(row.id)) ?? null }),
	}),
	// Its order among the editions of its record is that of its id from now on: a clock tells who made it, and when.
	editions: ({ kind, parameters }) => ({
		original_sha256: null,
		base_edition_id: null,
		clock: clockZero,
		parameters: sharedParameters(String(parameters)),
		...(kind !== 'extraction' && kind !== 'ocr' && { maker: '' }),
	}),
	annotations: (_, { at }) => ({ author: '', changed_at: at }),
	translations: (_, { at }) => ({ status: 'home', status_at: at }),
	descriptions: () => ({
		custodial_history: '',
		received_on: '',
		received_by: '',
		sensitivity: '',
		withheld_names: '[]',
	}),
};

/** A row as strangers get it: without what says who had it, where it came from, and when. */
export function sharedRow(table: RowTable, row: PlainRow, context: ShareContext): PlainRow {
	const at = 'created_at' in row ? { created_at: context.at } : {};
	return { ...row, ...at, ...blanks[table]?.(row, context) } as PlainRow;
}

/** A block as strangers get it: without what a picture is known by, as its file is. Its words stay. */
export function sharedBlock(row: PlainRow): PlainRow {
	if (row.kind !== 'figure') return row;
	const attributes = JSON.parse(String(row.attributes)) as { figure?: Figure };
	const figure = withoutPicture(attributes.figure ?? {});
	return { ...row, attributes: JSON.stringify({ ...attributes, figure }) };
}

/** Counts, and what a page says of itself: words among them are ids of mails, digests and instants, by which a file is known again. */
function sharedParameters(json: string): string {
	const parameters = Object.entries(JSON.parse(json) as Record<string, unknown>);
	return JSON.stringify(
		Object.fromEntries(parameters.filter(([name, value]) => name === 'address' || typeof value !== 'string')),
	);
}
