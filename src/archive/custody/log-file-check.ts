import * as v from 'valibot';
import { idSchema } from '#shared/api/schemas.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type CustodyCheck, type CustodyEvent, custodyKinds, premisEventType } from '#shared/domain/custody.ts';
import type { ReplicaId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { chainStart, hashCustodyEvent, hashHeads } from './custody-hash.ts';

const text = v.string();
const lineSchema = v.strictObject({
	eventType: text,
	eventTypeUri: text,
	replicaId: idSchema<ReplicaId>(),
	sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	at: text,
	kind: v.picklist(custodyKinds),
	subject: text,
	subjectName: v.optional(text),
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

/** An entry as a line says it, with PREMIS's name of its kind, which no hash covers. */
export type LoggedEvent = CustodyEvent & {
	eventType: string;
	eventTypeUri: string;
	subjectName?: string;
	/** Whether the line says nothing else: a field given twice is read by each program as it likes. */
	isExact: boolean;
};

/**
 * The entries of an exported log. Throws invalid-input that names the first line which is none; one with a field that no
 * export has is none. A file without any is refused too: a log begins with its archive, so that nothing would be whole.
 */
export function readLogFile(file: string): LoggedEvent[] {
	const lines = file.split(/\r?\n/);
	const events = lines.flatMap((line, index) => {
		if (line === '') return [];
		const said = parsed(line);
		const read = v.safeParse(lineSchema, said);
		if (!read.success)
			throw new AppError('invalid-input', { reason: message('custody.file.no-entry', { line: index + 1 }) });
		const isExact = JSON.stringify(said) === line && !Object.hasOwn(Object(Object(said).detail), '__proto__');
		return { ...(read.output as Omit<LoggedEvent, 'isExact'>), isExact };
	});
	if (events.length === 0) throw new AppError('invalid-input', { reason: message('custody.file.empty') });
	return events;
}

/**
 * Recomputes the hashes of an exported log, and follows each chain: `firstBad` is an entry that was altered, put elsewhere or
 * does not go on from the one before. What is cut off at the end shows against a head or a signature alone, and so do the
 * names that lines have beside ids: no hash covers these, but where a file was received its name is in the detail too. In which order the lines lie says nothing: that is by the clock, which
 * may have been set back.
 */
export function checkLogFile(events: readonly LoggedEvent[]): LogFileCheck {
	const ends = new Map<string, CustodyEvent>();
	let firstBad: CustodyCheck['firstBad'] = null;
	let missingCount = 0;
	// Each chain by itself: which replica comes first does not matter.
	const inOrder = [...events].sort((a, b) => a.sequence - b.sequence);
	for (const event of inOrder) {
		const { replicaId, sequence, previousHash, hash } = event;
		const previous = ends.get(replicaId);
		const between = sequence - (previous?.sequence ?? 0) - 1;
		const goesOn = between > 0 || (between === 0 && previousHash === (previous?.hash ?? chainStart));
		if (!goesOn || hash !== hashCustodyEvent(event) || !isAsExported(event)) firstBad ??= { replicaId, sequence };
		missingCount += Math.max(0, between);
		ends.set(replicaId, event);
	}
	const head = hashHeads([...ends.values()].map(({ hash }) => hash));
	return { head, entryCount: events.length, firstBad, missingCount };
}

/** What stands in its line and is covered by no hash, as far as what is covered says how it has to be. */
function isAsExported({ kind, eventType, eventTypeUri, isExact, subjectName, detail }: LoggedEvent): boolean {
	const { term, uri } = premisEventType(kind);
	const isNamedSo = !subjectName || detail.file === undefined || subjectName === detail.file;
	return isExact && isNamedSo && eventType === term && eventTypeUri === uri;
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
