import type { ReplicaId } from './ids.ts';

export const custodyKinds = [
	'created',
	'received',
	'recognised',
	'verified',
	'edited',
	'exported',
	'merged',
	'erased',
	'migrated',
] as const;
export type CustodyKind = (typeof custodyKinds)[number];

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
	previousHash: string;
	/** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
	hash: string;
}
