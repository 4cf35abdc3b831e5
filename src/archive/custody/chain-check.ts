import type { CustodyCheck, CustodyEvent, HeadMatch } from '#shared/domain/custody.ts';
import { chainStart, hashCustodyEvent, hashHeads } from './custody-hash.ts';

/**
 * Recomputes chains that come one after the other, each from its beginning.
 * @param read gives the entries; called a second time only to look for an earlier head.
 * @param known a head that was written down.
 */
export function checkChains(read: () => Iterable<CustodyEvent>, known?: string): CustodyCheck {
	const ends = new Map<string, CustodyEvent>();
	let entryCount = 0;
	let firstBad: CustodyCheck['firstBad'] = null;
	for (const event of read()) {
		entryCount += 1;
		const previous = ends.get(event.replicaId);
		const fits =
			event.sequence === (previous?.sequence ?? 0) + 1 &&
			event.previousHash === (previous?.hash ?? chainStart) &&
			event.hash === hashCustodyEvent(event);
		if (!fits) firstBad ??= { replicaId: event.replicaId, sequence: event.sequence };
		ends.set(event.replicaId, event);
	}
	const check = { head: hashHeads([...ends.values()].map(({ hash }) => hash)), entryCount, firstBad };
	return known === undefined ? check : { ...check, match: matchHead(read, ends, check.head, known) };
}

/**
 * An earlier head is looked for in the states that each chain had while the others were as now, or not there yet: what
 * one device wrote down between two merges. Heads of one chain alone are found whatever came after.
 */
function matchHead(
	read: () => Iterable<CustodyEvent>,
	ends: ReadonlyMap<string, CustodyEvent>,
	head: string,
	known: string,
): HeadMatch {
	if (known === head) return { state: 'current' };
	for (const { replicaId, sequence, hash } of read()) {
		const others = [...ends.values()].filter((end) => end.replicaId !== replicaId);
		const own = ends.get(replicaId)?.sequence ?? sequence;
		if (hashHeads([hash, ...others.map((end) => end.hash)]) === known)
			return { state: 'earlier', entriesSince: own - sequence };
		if (hashHeads([hash]) === known)
			return {
				state: 'earlier',
				entriesSince: own - sequence + others.reduce((sum, end) => sum + end.sequence, 0),
			};
	}
	return { state: 'unknown' };
}
