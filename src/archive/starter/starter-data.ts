import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DescribedText } from '#archive/records/described-text.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { findBrokenId, kindOfEntry } from './starter-references.ts';
import { eventsSchema, linksSchema, namesSchema, recordsSchema, reportSchema } from './starter-schemas.ts';
import type { StarterData, StarterLink, StarterRecord } from './starter-types.ts';

type Entries = Pick<StarterData, 'records' | 'names' | 'events'>;

const digestFileName = 'digest.md';

/**
 * Reads and checks the starter archive's files (`resources/starter`). Throws `damaged-archive` with the file and the
 * first thing wrong: a file that is not there, is not JSON, has a field of the wrong shape, or names an id that nothing has.
 */
export function readStarterData(folder: string): StarterData {
	const records = readJson(folder, 'records.json', recordsSchema).map((record): StarterRecord => {
		return { ...record, access: 'open', embargoUntil: '', parentId: null };
	});
	const names = readJson(folder, 'names.json', namesSchema);
	const events = readJson(folder, 'events.json', eventsSchema);
	const entries = { records, names, events };
	const broken = findBrokenId(entries);
	if (broken) throw damaged(folder, 'events.json', broken);
	const report = readJson(folder, 'report.json', reportSchema);
	const isDescribed = kindOfEntry(entries, report.recordId) === 'record';
	if (!isDescribed) throw damaged(folder, 'report.json', 'the report has no record');
	return { ...entries, report, links: readLinks(folder, entries, report), digest: readDigest(folder, records) };
}

function readLinks(folder: string, entries: Entries, report: DescribedText): StarterLink[] {
	const digests = new Map(report.passageDigests.map(({ paragraph, digest }) => [paragraph, digest]));
	return readJson(folder, 'links.json', linksSchema).map((link) => {
		const passageDigest = digests.get(link.paragraph);
		const kind = kindOfEntry(entries, link.to);
		if (!passageDigest || !kind) throw damaged(folder, 'links.json', `¶${link.paragraph} to ${link.to} has no end`);
		return { ...link, passageDigest, to: { kind, id: link.to } };
	});
}

function readDigest(folder: string, records: readonly StarterRecord[]): StarterData['digest'] {
	const record = records.find(({ fact }) => fact === 'digest');
	if (!record) throw damaged(folder, 'records.json', 'the digest has no record');
	return { recordId: record.id, fileName: digestFileName, bytes: readBytes(folder, digestFileName) };
}

function readJson<Schema extends v.GenericSchema>(folder: string, file: string, schema: Schema): v.InferOutput<Schema> {
	const result = v.safeParse(schema, parseJson(folder, file), { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw damaged(folder, file, `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`);
}

function parseJson(folder: string, file: string): unknown {
	const text = new TextDecoder().decode(readBytes(folder, file));
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw damaged(folder, file, 'it is not JSON', cause);
	}
}

function readBytes(folder: string, file: string): Uint8Array {
	try {
		return readFileSync(join(folder, file));
	} catch (cause) {
		throw damaged(folder, file, cause instanceof Error ? cause.message : String(cause), cause);
	}
}

function damaged(folder: string, file: string, reason: string, cause?: unknown): AppError {
	return new AppError('damaged-archive', { file: join(folder, file), reason }, { cause });
}
