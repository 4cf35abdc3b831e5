import type { Reader } from '#archive/db/connection.ts';
import type { EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { Pieces } from './bag/bag-sink.ts';
import { createIdVeil } from './id-veil.ts';
import { describeRecord, dublinCoreGraph, dublinCoreRows, jsonLines, recordRows } from './metadata-files.ts';
import type { PackagePlan } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';
import { custodyPath } from './packaged-custody.ts';
import { type PackagedRows, rowFiles } from './rows/packaged-rows.ts';

/** The form in which packages are written, and which is read here. */
export const packageVersion = '2';

export interface PackageFile {
	/** Below `data/`. */
	path: string;
	pieces: Pieces;
	/** What the bytes must hash to, where that is known. */
	sha256?: string;
	/** Likewise. */
	sizeBytes?: number;
	isCompressible: boolean;
	/** Of an original: its digest in the archive. */
	original?: Sha256;
	/** Of a text: the record that it is of. */
	recordId?: RecordId;
}

/** Joined to pieces of this many UTF-16 units, so that a line does not cost a write. */
const pieceLength = 64 * 1024;

/** What a package is made of: the plan, and the rows as they were when it was made. */
export interface PackageMaterial {
	plan: PackagePlan;
	rows: PackagedRows;
	reader: Reader;
	services: Pick<PackagedServices, 'originals' | 'editions'>;
}

/** Puts other ids in a text where a package tells none of the archive's. */
export function veilFor({ profile }: PackagePlan): (text: string) => string {
	return profile === 'share' ? createIdVeil() : (text) => text;
}

/** The payload of a package, file by file; bytes are read when they are asked for, in the order of the files. */
export function* packageFiles(
	{ plan, rows, reader, services }: PackageMaterial,
	veil: (text: string) => string,
): Generator<PackageFile> {
	for (const { sha256, path, sizeBytes } of plan.originals) {
		const pieces = services.originals.chunks(sha256);
		yield { path, pieces, sha256, sizeBytes, isCompressible: false, original: sha256 };
	}
	// The text exactly as its digest is over it.
	for (const { edition, path } of plan.editions)
		yield { ...text(path, textOf(services, edition.id)), sha256: edition.textSha256, recordId: edition.recordId };
	for (const [path, lines] of metadataFiles(plan)) yield text(path, veiled(lines, veil));
	for (const [path, lines] of rowFiles(reader, rows)) yield text(path, veiled(lines(), veil));
	if (plan.custody.length > 0) yield text(custodyPath, linesOfLog(plan));
}

/** What is said of the records, for people and programs that know nothing of Lectern. */
function metadataFiles(plan: PackagePlan): [path: string, lines: Iterable<string>][] {
	return [
		['metadata/records.json', jsonLines(plan.records.map((record) => describeRecord(record, plan)))],
		['metadata/records.csv', recordRows(plan)],
		['metadata/dublin-core.json', dublinCoreGraph(plan)],
		['metadata/dublin-core.csv', dublinCoreRows(plan)],
		[
			'metadata/collections.json',
			jsonLines(plan.collections.map(({ id, name, parentId }) => ({ id, name, parentId }))),
		],
		['metadata/names.json', jsonLines(plan.names.map(withoutRevision))],
		['metadata/events.json', jsonLines(plan.events.map(withoutRevision))],
		['metadata/links.json', jsonLines(plan.links.map(withoutRevision))],
		['annotations/annotations.jsonld', [plan.annotations]],
	];
}

function* textOf({ editions }: PackageMaterial['services'], id: EditionId): Generator<string> {
	yield editions
		.blocks({ id })
		.map((block) => block.text)
		.join('\n');
}

function text(path: string, parts: Iterable<string>): PackageFile {
	return { path, pieces: joined(parts), isCompressible: true };
}

function* joined(parts: Iterable<string>): Generator<Uint8Array> {
	let pending = '';
	for (const part of parts) {
		pending += part;
		if (pending.length < pieceLength) continue;
		yield Buffer.from(pending);
		pending = '';
	}
	if (pending !== '') yield Buffer.from(pending);
}

function* veiled(lines: Iterable<string>, veil: (text: string) => string): Generator<string> {
	for (const line of lines) yield veil(line);
}

function* linesOfLog({ custody }: PackagePlan): Generator<string> {
	for (const line of custody) yield `${JSON.stringify(line)}\n`;
}

function withoutRevision<T extends { revision: number }>({ revision: _revision, ...thing }: T): object {
	return thing;
}
