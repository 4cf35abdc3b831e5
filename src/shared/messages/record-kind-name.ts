import { recordKinds } from '../domain/record.ts';
import { message } from './messages.ts';

type KnownKind = (typeof recordKinds)[number];

/** The name of a record's kind; a kind of an archive's own is shown as it was written. */
export function recordKindName(kind: string): string {
	return isKnown(kind) ? message(`record.kind.${kind}`) : kind;
}

function isKnown(kind: string): kind is KnownKind {
	return (recordKinds as readonly string[]).includes(kind);
}
