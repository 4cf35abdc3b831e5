import type { RecordDetail } from '#shared/api/records-api.ts';
import type { DescriptionFields } from '#shared/domain/description.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { collation } from '#shared/messages/collation.ts';

/** A record with what is described below it. */
export interface DescribedUnit {
	record: RecordSummary;
	description: DescriptionFields;
	files: RecordDetail['files'];
	parts: DescribedUnit[];
}

/** What a finding aid is written from. */
export interface DescribedArchive {
	id: string;
	title: string;
	/** ISO 8601 UTC. */
	writtenAt: string;
	software: string;
	units: DescribedUnit[];
}

/**
 * From the whole to the part, by reference code and title; what stands below a record that is left out goes with it. A
 * ring of parents, which a merge may leave, is cut where it begins.
 * @param isLeftOut asked of every record.
 */
export function describedTree(
	units: readonly Omit<DescribedUnit, 'parts'>[],
	isLeftOut: (record: RecordSummary) => boolean,
): DescribedUnit[] {
	const known = new Set<string>(units.map(({ record }) => record.id));
	const below = new Map<string | null, Omit<DescribedUnit, 'parts'>[]>();
	for (const unit of units) {
		const { parentId } = unit.record;
		const key = parentId !== null && known.has(parentId) ? parentId : null;
		const siblings = below.get(key);
		if (siblings) siblings.push(unit);
		else below.set(key, [unit]);
	}
	const seen = new Set<string>();
	const build = (parentId: string | null): DescribedUnit[] =>
		[...(below.get(parentId) ?? [])].sort(byCode).flatMap((unit) => {
			if (seen.has(unit.record.id)) return [];
			seen.add(unit.record.id);
			return isLeftOut(unit.record) ? [] : [{ ...unit, parts: build(unit.record.id) }];
		});
	const tree = build(null);
	// What is left is in rings: each is cut at its first member.
	for (const unit of [...units].sort(byCode)) {
		if (seen.has(unit.record.id) || isBelowLeftOut(unit, units, isLeftOut)) continue;
		seen.add(unit.record.id);
		if (!isLeftOut(unit.record)) tree.push({ ...unit, parts: build(unit.record.id) });
	}
	return tree;
}

function isBelowLeftOut(
	{ record }: Omit<DescribedUnit, 'parts'>,
	units: readonly Omit<DescribedUnit, 'parts'>[],
	isLeftOut: (record: RecordSummary) => boolean,
): boolean {
	const byId = new Map<string, RecordSummary>(units.map((unit) => [unit.record.id, unit.record]));
	const above = new Set<string>();
	for (let at = record.parentId; at !== null && !above.has(at); at = byId.get(at)?.parentId ?? null) {
		above.add(at);
		const parent = byId.get(at);
		if (parent && isLeftOut(parent)) return true;
	}
	return false;
}

export function countUnits(units: readonly DescribedUnit[]): number {
	return units.reduce((sum, { parts }) => sum + 1 + countUnits(parts), 0);
}

function byCode(one: Omit<DescribedUnit, 'parts'>, other: Omit<DescribedUnit, 'parts'>): number {
	const order = collation();
	return (
		order(one.description.referenceCode, other.description.referenceCode) ||
		order(one.record.title, other.record.title) ||
		(one.record.id < other.record.id ? -1 : 1)
	);
}
