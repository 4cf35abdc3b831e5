import type { RecordId } from '#shared/domain/ids.ts';
import type { SweepReport } from '#shared/domain/package.ts';
import type { Pieces } from '../bag/bag-sink.ts';
import type { PlacedText } from './name-sweep.ts';
import { piecesOfFile, type SweptPiece } from './pieces-of-file.ts';
import { sweepTexts } from './sweep-texts.ts';
import type { WithheldName } from './withheld-names.ts';

/** A file that is about to leave. */
export interface SweptFile {
	/** In the package. */
	path: string;
	pieces: Pieces;
	/** The record that all of it is of. */
	recordId?: RecordId | undefined;
}

export interface SweepOptions {
	names: readonly WithheldName[];
	/** The record that an edition is of. */
	recordOf: ReadonlyMap<string, RecordId>;
	signal: AbortSignal;
	onFile(path: string): void;
}

/** Looks for withheld names in every file that is about to leave. Throws `cancelled`. */
export function sweepPackage(files: Iterable<SweptFile>, options: SweepOptions): Promise<SweepReport> {
	return sweepTexts(textsOf(files, options), options);
}

async function* textsOf(files: Iterable<SweptFile>, options: SweepOptions): AsyncGenerator<PlacedText> {
	for (const { path, pieces, recordId } of files) {
		options.onFile(path);
		for await (const { text, row } of piecesOfFile(path, pieces))
			yield { text, path, recordId: recordId ?? recordOf(path, row, options) };
	}
}

/** The record that a row belongs to, by which it can be left out; null for what belongs to none. */
function recordOf(path: string, row: SweptPiece['row'], options: SweepOptions): RecordId | null {
	if (!row) return null;
	if (/\/records\.jsonl?$/.test(path)) return idIn(row.id);
	return idIn(row.record_id) ?? options.recordOf.get(String(row.edition_id)) ?? null;
}

function idIn(value: unknown): RecordId | null {
	return typeof value === 'string' ? (value as RecordId) : null;
}
