import { createHash } from 'node:crypto';
import type { CustodyEvent } from '#shared/domain/custody.ts';

/** What the first entry of a chain has for `previousHash`. */
export const chainStart = '0'.repeat(64);

/**
 * SHA-256 over the canonical JSON (RFC 8785) of an entry without its hash. The values are strings and integers only,
 * for which sorted keys and JSON.stringify give the canonical form. Entries from before agent and software were kept
 * have no software, and are hashed without both; emptying it in a later entry changes that entry's hash like any other
 * change.
 */
export function hashCustodyEvent(event: Omit<CustodyEvent, 'hash'>): string {
	const { replicaId, sequence, at, kind, subject, detail, agent, software, previousHash } = event;
	const said = { at, detail: sorted(detail), kind, previousHash, replicaId, sequence, subject };
	const fields = sorted(software === '' ? said : { ...said, agent, software });
	return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Head of the whole archive: hash of the sorted heads of all chains, so that it does not depend on their order. */
export function hashHeads(heads: readonly string[]): string {
	return createHash('sha256')
		.update([...heads].sort().join('\n'))
		.digest('hex');
}

function sorted(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
