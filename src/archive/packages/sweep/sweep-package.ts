import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { SweepReport } from '#shared/domain/package.ts';
import type { Pieces } from '../bag/bag-sink.ts';
import { NameSweep } from './name-sweep.ts';
import { piecesOfFile, type SweptPiece } from './pieces-of-file.ts';
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

const piecesPerTurn = 500;

/** Looks for withheld names in every file that is about to leave. Throws `cancelled`. */
export async function sweepPackage(files: Iterable<SweptFile>, options: SweepOptions): Promise<SweepReport> {
	const { names, signal, onFile } = options;
	const sweep = new NameSweep(names);
	let count = 0;
	// Without names nothing is found, and nothing need be read.
	for (const file of names.length > 0 ? files : []) {
		onFile(file.path);
		for await (const { text, row } of piecesOfFile(file.path, file.pieces)) {
			sweep.add({ text, path: file.path, recordId: file.recordId ?? recordOf(file.path, row, options) });
			count += 1;
			if (count % piecesPerTurn !== 0) continue;
			await nextTurn();
			if (signal.aborted) throw new AppError('cancelled');
		}
	}
	return sweep.finish();
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
