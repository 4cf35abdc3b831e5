import * as v from 'valibot';
import { AppError } from '#shared/domain/app-error.ts';
import { type CustodyCheck, type CustodyEvent, custodyKinds } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import { chainStart, hashCustodyEvent, hashHeads } from './custody-hash.ts';

const text = v.string();
const lineSchema = v.object({
	replicaId: text,
	sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
	at: text,
	kind: v.picklist(custodyKinds),
	subject: text,
	detail: v.record(text, v.union([text, v.number()])),
	agent: text,
	software: text,
	previousHash: text,
	hash: text,
});

/** What a log says that was exported as JSON lines. */
export interface LogFileCheck extends CustodyCheck {
	/** Entries that lie between those of the file and are not in it, as when only some were exported. Without any `head` is the archive's. */
	missingCount: number;
}

/** The entries of an exported log. Throws invalid-input that names the first line which is none. */
export function readLogFile(file: string): CustodyEvent[] {
	const lines = file.split('\n');
	return lines.flatMap((line, index) => {
		if (line === '') return [];
		const read = v.safeParse(lineSchema, parsed(line));
		if (!read.success)
			throw new AppError('invalid-input', { reason: message('custody.file.no-entry', { line: index + 1 }) });
		return read.output as CustodyEvent;
	});
}

/**
 * Recomputes the hashes of an exported log, and follows each chain: `firstBad` is an entry that was altered, put elsewhere or
 * does not go on from the one before. What is cut off at the end shows against a head or a signature alone.
 */
export function checkLogFile(events: readonly CustodyEvent[]): LogFileCheck {
	const ends = new Map<string, CustodyEvent>();
	let firstBad: CustodyCheck['firstBad'] = null;
	let missingCount = 0;
	for (const event of events) {
		const { replicaId, sequence, previousHash, hash } = event;
		const previous = ends.get(replicaId);
		const between = sequence - (previous?.sequence ?? 0) - 1;
		const goesOn = between > 0 || (between === 0 && previousHash === (previous?.hash ?? chainStart));
		if (!goesOn || hash !== hashCustodyEvent(event)) firstBad ??= { replicaId, sequence };
		missingCount += Math.max(0, between);
		ends.set(replicaId, event);
	}
	const head = hashHeads([...ends.values()].map(({ hash }) => hash));
	return { head, entryCount: events.length, firstBad, missingCount };
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
