import type { RecordId, ReplicaId } from './ids.ts';
import type { Fixity } from './record.ts';

/** What an entry tells of, in the word that is stored and hashed. */
export const custodyKinds = [
	'created',
	'received',
	'recognised',
	'digested',
	'identified',
	'verified',
	'edited',
	'exported',
	'merged',
	'joined',
	'erased',
	'migrated',
] as const;
export type CustodyKind = (typeof custodyKinds)[number];

/** PREMIS 3.0, 2.1 eventType: the term and its code in https://id.loc.gov/vocabulary/preservation/eventType. */
interface PremisEventType {
	term: string;
	code: string;
}

const premisEventTypes: Readonly<Record<CustodyKind, PremisEventType>> = {
	created: { term: 'creation', code: 'cre' },
	received: { term: 'ingestion', code: 'ing' },
	digested: { term: 'message digest calculation', code: 'mes' },
	identified: { term: 'format identification', code: 'for' },
	verified: { term: 'fixity check', code: 'fix' },
	edited: { term: 'metadata modification', code: 'mem' },
	exported: { term: 'exporting', code: 'exp' },
	merged: { term: 'information package merging', code: 'ipm' },
	joined: { term: 'information package merging', code: 'ipm' },
	recognised: { term: 'creation', code: 'cre' },
	erased: { term: 'deletion', code: 'del' },
	migrated: { term: 'migration', code: 'mig' },
};

/** The PREMIS term for an entry's kind, with the term's address; the kind itself where a later program wrote another. */
export function premisEventType(kind: string): { term: string; uri: string } {
	const known = isCustodyKind(kind) ? premisEventTypes[kind] : null;
	return known
		? { term: known.term, uri: `http://id.loc.gov/vocabulary/preservation/eventType/${known.code}` }
		: { term: kind, uri: '' };
}

export function isCustodyKind(kind: string): kind is CustodyKind {
	return (custodyKinds as readonly string[]).includes(kind);
}

/**
 * What details are called in the log, as far as this version writes them. Names and values are hashed as they are stored,
 * and the same in every language; people are shown words for them.
 */
export const custodyDetails = [
	'algorithm',
	'archive',
	'as',
	'backup',
	'commitment',
	'conflicts',
	'container',
	'containerSha256',
	'contentRoot',
	'contentRootState',
	'deleted',
	'digest',
	'elsewhere',
	'engine',
	'entry',
	'entryBytes',
	'fields',
	'file',
	'files',
	'head',
	'home',
	'languages',
	'left',
	'mediaType',
	'modified',
	'new',
	'occasion',
	'originals',
	'outcome',
	'package',
	'pages',
	'parts',
	'profile',
	'readingCopy',
	'reason',
	'receipt',
	'record',
	'records',
	'sha256',
	'sizeBytes',
	'step',
	'text',
	'title',
	'version',
] as const;
export type CustodyDetail = (typeof custodyDetails)[number];

/** What this version writes of what happened; a verification counts originals and texts by what was found of them. */
export type CustodyDetails = Readonly<Partial<Record<CustodyDetail | Fixity | `text-${Fixity}`, string | number>>>;

/** One entry of the append-only log. Each replica has a chain of its own, numbered from 1. */
export interface CustodyEvent {
	replicaId: ReplicaId;
	sequence: number;
	/** ISO 8601 UTC, as that replica's wall clock had it. */
	at: string;
	kind: CustodyKind;
	/** Id or digest of what it is about; '' for the archive as a whole. */
	subject: string;
	detail: Readonly<Record<string, string | number>>;
	/** The name that the person went by on that device; '' when they gave none, or the entry is older than the field. */
	agent: string;
	/** Program and version; '' when the entry is older than the field, and then its hash covers neither. */
	software: string;
	previousHash: string;
	/** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
	hash: string;
}

/** An entry with what it is about as people know it. */
export interface CustodyEntry extends CustodyEvent {
	/** Title of the record, or name of the file, that `subject` stands for; '' for the archive, or when that is gone. */
	subjectName: string;
	/** The record to open. */
	recordId: RecordId | null;
}

export interface CustodyFilter {
	/** Any of these; all when there is none. */
	kinds?: readonly CustodyKind[];
	/** An id or a digest in full. */
	subject?: string;
	/** Part of a name, subject, agent or detail, in any case. */
	words?: string;
}

/** Where a head that was written down stands in the log as it is now. */
export type HeadMatch =
	/** It is the head. */
	| { state: 'current' }
	/** It was the head before the last so many entries. */
	| { state: 'earlier'; entriesSince: number }
	/** No state of this log has it: an entry was changed or dropped, or it is the head of another archive. */
	| { state: 'unknown' };

/** What recomputing every chain found. */
export interface CustodyCheck {
	/** Of the whole archive: hash of the sorted heads of all chains. */
	head: string;
	entryCount: number;
	firstBad: { replicaId: string; sequence: number } | null;
	/** For the head that was asked about. */
	match?: HeadMatch;
}

export const custodyFormats = ['jsonl', 'csv'] as const;
export type CustodyFormat = (typeof custodyFormats)[number];
