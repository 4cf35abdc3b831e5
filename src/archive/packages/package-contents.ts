import type { Pieces } from './bag/bag-sink.ts';
import { createIdVeil } from './id-veil.ts';
import {
	describeRecord,
	dublinCoreGraph,
	dublinCoreRows,
	editionLines,
	jsonLines,
	recordRows,
} from './metadata-files.ts';
import type { PackagePlan } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';

export interface PackageFile {
	/** Below `data/`. */
	path: string;
	pieces: Pieces;
	/** What the bytes must hash to, where that is known. */
	sha256?: string;
	isCompressible: boolean;
}

/** Where an import looks for what it takes in; below `data/`. */
export const places = {
	records: 'metadata/records.json',
	collections: 'metadata/collections.json',
	editions: 'editions/',
	names: 'metadata/names.json',
	events: 'metadata/events.json',
	links: 'metadata/links.json',
	annotations: 'annotations/annotations.jsonld',
} as const;

/** Joined to pieces of this many UTF-16 units, so that a line does not cost a write. */
const pieceLength = 64 * 1024;

/** The payload of a package, file by file; bytes are read when they are asked for. */
export function* packageFiles(
	plan: PackagePlan,
	{ originals, editions }: Pick<PackagedServices, 'originals' | 'editions'>,
): Generator<PackageFile> {
	const veil = plan.profile === 'share' ? createIdVeil() : (text: string) => text;
	for (const { sha256, path } of plan.originals)
		yield { path, pieces: originals.chunks(sha256), sha256, isCompressible: false };
	for (const { edition, path } of plan.editions) {
		const blocks = editions.blocks({ id: edition.id });
		const [head = '', ...lines] = editionLines(edition, blocks);
		// The text exactly as its digest is over it.
		yield { ...text(path, [blocks.map((block) => block.text).join('\n')]), sha256: edition.textSha256 };
		yield text(`${places.editions}${veil(edition.id)}.jsonl`, [veil(head), ...lines]);
	}
	const described = plan.records.map((record) => describeRecord(record, plan));
	const files: [path: string, lines: Iterable<string>][] = [
		[places.records, jsonLines(described)],
		['metadata/records.csv', recordRows(plan)],
		['metadata/dublin-core.json', dublinCoreGraph(plan.records)],
		['metadata/dublin-core.csv', dublinCoreRows(plan.records)],
		[places.collections, jsonLines(plan.collections.map(({ id, name, parentId }) => ({ id, name, parentId })))],
		[places.names, jsonLines(plan.names.map(withoutRevision))],
		[places.events, jsonLines(plan.events.map(withoutRevision))],
		[places.links, jsonLines(plan.links.map(withoutRevision))],
		[places.annotations, [plan.annotations]],
	];
	for (const [path, lines] of files) yield text(path, veiled(lines, veil));
	if (plan.custody.length > 0) yield text('custody/custody-log.jsonl', linesOfLog(plan));
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
