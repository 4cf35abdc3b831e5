import { readTarget } from '#archive/annotations/edition-reader.ts';
import type { Step } from '#archive/db/step.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import type { PackagedEvent, PackagedLink, PackagedName } from './package-schemas.ts';
import type { PackageReceivers } from './package-services.ts';

type Services = Pick<PackageReceivers, 'names' | 'events' | 'links' | 'editions'>;

/** Names that are not here; one that was merged here stays what it became. */
export function bringInNames(step: Step, { names }: Services, packaged: readonly PackagedName[]): void {
	const known = new Set<string>(names.list().map(({ id }) => id));
	for (const name of packaged)
		if (!known.has(name.id) && names.currentId(name.id) === name.id) names.addWithin(step, name);
}

/** Events that are not here, with those who took part as far as they are here now. What attests them comes with the links. */
export function bringInEvents(step: Step, { names, events }: Services, packaged: readonly PackagedEvent[]): void {
	const known = new Set<string>(events.list().map(({ id }) => id));
	const arriving = packaged.filter(({ id }) => !known.has(id));
	const reachable = new Set<string>([...known, ...arriving.map(({ id }) => id)]);
	const live = new Set<string>(names.list().map(({ id }) => id));
	const here = (ids: readonly NameId[]) =>
		[...new Set(ids.map((id) => names.currentId(id) as NameId))].filter((id) => live.has(id));
	events.insertWithin(
		step,
		arriving.map((event) => ({
			...event,
			placeIds: here(event.placeIds),
			participantIds: here(event.participantIds),
			recordIds: [],
			relations: event.relations.filter(({ otherId }) => reachable.has(otherId)),
		})),
	);
}

/** Links both of whose ends are here; one on words that are not is on the record as a whole. */
export function bringInLinks(step: Step, services: Services, packaged: readonly PackagedLink[]): void {
	for (const { createdAt, ...link } of packaged)
		services.links.bringInWithin(
			step,
			{ ...link, from: endHere(services, link.from), to: endHere(services, link.to) },
			createdAt,
		);
}

function endHere({ names, editions }: Services, { kind, id, range }: LinkEnd): LinkEnd {
	if (kind === 'name') return { kind, id: names.currentId(id) };
	if (kind !== 'record' || !range) return { kind, id };
	try {
		const { exact: _exact, prefix: _prefix, suffix: _suffix, ...found } = readTarget(editions, id, range);
		return { kind, id, range: found };
	} catch (error) {
		if (error instanceof AppError) return { kind, id };
		throw error;
	}
}
