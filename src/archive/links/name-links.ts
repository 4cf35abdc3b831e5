import type { Reader } from '#archive/db/connection.ts';
import type { NameId } from '#shared/domain/ids.ts';
import { listLinksAtNames, listLinksOfTypes } from './links-repository.ts';
import { ringsThrough } from './part-rings.ts';

/** How many links join two of these names. */
export function countBetweenNames(reader: Reader, ids: readonly NameId[]): number {
	const among = new Set<string>(ids);
	return listLinksAtNames(reader, ids).filter(
		({ from, to }) => from.kind === 'name' && to.kind === 'name' && among.has(from.id) && among.has(to.id),
	).length;
}

/** The rings of parts that there would be if the merged names were `currentId`: the others of each ring. */
export function ringsOfNameParts(reader: Reader, mergedIds: readonly NameId[], currentId: NameId): NameId[][] {
	const current = (id: string) => (mergedIds.includes(id as NameId) ? currentId : (id as NameId));
	const parts = listLinksOfTypes(reader, ['part-of']).filter(
		({ from, to }) => from.kind === 'name' && to.kind === 'name',
	);
	return ringsThrough(
		currentId,
		parts.map(({ from, to }) => ({ part: current(from.id), whole: current(to.id) })),
	);
}
