import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { NameId, RecordId } from '#shared/domain/ids.ts';
import type { Link } from '#shared/domain/link.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import type { PackagedServices } from './package-services.ts';

/** Chosen records that stay, and the notes on them. */
export function closedIdsOf(
	{ annotations }: Pick<PackagedServices, 'annotations'>,
	closed: readonly RecordSummary[],
): ReadonlySet<string> {
	const ids = new Set<string>(closed.map(({ id }) => id));
	const notes = ids.size > 0 ? annotations.list({}).filter(({ recordId }) => ids.has(recordId)) : [];
	return new Set([...ids, ...notes.map(({ id }) => id)]);
}

interface Leads {
	links: readonly Link[];
	events: readonly ArchiveEvent[];
	/** Confirmed ones. */
	mentions: readonly { recordId: RecordId; nameId: NameId }[];
}

/**
 * Events and names that closed records lead to, and with them would become known: over links, confirmed mentions, other
 * accounts of the same event, and to who took part in an event and where. A name leads no further, since others have it
 * too, nor does an event that goes anyhow.
 *
 * @param closedIds what they begin at: records and notes, and events and names that only words lead to which do not go
 * @param going ids of what goes anyhow
 */
export function reachOfClosed(
	closedIds: ReadonlySet<string>,
	going: ReadonlySet<string>,
	{ links, events, mentions }: Leads,
): Set<string> {
	const found = new Set<string>();
	if (closedIds.size === 0) return found;
	const next = new Map<string, string[]>(events.map((each) => [each.id, [...each.placeIds, ...each.participantIds]]));
	for (const id of closedIds) if (!next.has(id)) next.set(id, []);
	for (const { from, to } of links) {
		next.get(from.id)?.push(to.id);
		next.get(to.id)?.push(from.id);
	}
	for (const { recordId, nameId } of mentions) next.get(recordId)?.push(nameId);
	const waiting = [...closedIds];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
		for (const reached of next.get(id) ?? []) {
			if (found.has(reached) || going.has(reached)) continue;
			found.add(reached);
			waiting.push(reached);
		}
	return found;
}

/**
 * Of things that others are in, those that go: what something has which goes, and, of all, what no closed record has.
 *
 * @param had by what goes
 * @param hadByClosed by closed records and the notes on them
 */
export function goesAlong(id: string, had: ReadonlySet<string>, hadByClosed: ReadonlySet<string>, isAll: boolean) {
	return had.has(id) || (isAll && !hadByClosed.has(id));
}
