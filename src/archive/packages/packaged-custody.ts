import * as v from 'valibot';
import type { Writer } from '#archive/db/connection.ts';
import { idSchema, lineSchema, ordinalSchema, sha256Schema, textSchema } from '#shared/api/schemas.ts';
import type { ReplicaId } from '#shared/domain/ids.ts';
import type { BagSource } from './bag/bag-source.ts';
import { readTagLines } from './bag/tag-reader.ts';
import { insertCustodyRow } from './rows/scratch-repository.ts';

/** Below `data/`. */
export const custodyPath = 'custody/custody-log.jsonl';

const entrySchema = v.object({
	replicaId: idSchema<ReplicaId>(),
	sequence: ordinalSchema,
	at: lineSchema,
	kind: lineSchema,
	subject: lineSchema,
	detail: v.record(lineSchema, v.union([textSchema, v.number()])),
	agent: lineSchema,
	software: lineSchema,
	previousHash: sha256Schema,
	hash: sha256Schema,
});

/**
 * Takes the chains of the custody log that are whole: of one with entries left out, nothing can be kept. What is no entry
 * is left too; whether a chain holds is for its check to say.
 */
export async function readCustody(source: BagSource, into: Writer): Promise<void> {
	if (!source.files.has(`data/${custodyPath}`)) return;
	const lines = (await readTagLines(source, `data/${custodyPath}`)) ?? [];
	const entries = lines.map((line) => v.safeParse(entrySchema, parse(line)));
	const broken = new Set(lines.flatMap((line, index) => (entries[index]?.success ? [] : [replicaOf(parse(line))])));
	for (const entry of entries) {
		if (!entry.success || broken.has(entry.output.replicaId)) continue;
		const { replicaId, sequence, at, kind, subject, detail, agent, software, previousHash, hash } = entry.output;
		const told = [at, kind, subject, JSON.stringify(detail), agent, software, previousHash, hash];
		insertCustodyRow(into, [replicaId, sequence, ...told]);
	}
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

function replicaOf(entry: unknown): string {
	return String((entry as { replicaId?: unknown } | null)?.replicaId);
}
