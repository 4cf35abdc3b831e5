import type { EditionId, RecordId } from '../../domain/ids.ts';
import type { Mention, Verdict } from '../../domain/mention.ts';
import { kindOfCode } from '../query/answers.ts';
import type { MatchKind } from '../search-query.ts';
import type { Mentions } from './mentions.ts';

/** A passage in which a name stands, or was confirmed to. */
export interface MentionRow {
	/** Edition and place: unique among all. */
	key: string;
	recordId: RecordId;
	editionId: EditionId;
	ordinal: number;
	/** ¶ number; null where it has none. */
	number: number | null;
	/** BCP 47; '' when not known. */
	language: string;
	/** How the nearest form is found; null where no form stands there. */
	how: MatchKind | null;
	/** No form stands there, but a part of one by itself. */
	isPart: boolean;
	verdict: Verdict | null;
	/** What was judged, as it stood; '' where nobody judged. */
	words: string;
}

export interface MentionGroup {
	recordId: RecordId;
	title: string;
	dateEdtf: string;
	rows: MentionRow[];
}

/**
 * Which passages are shown: those that speak of the name as far as one knows, those of them that nobody judged, those that
 * have a part of it alone and wait to be judged, and those that somebody judged.
 */
export const mentionFilters = ['likely', 'open', 'part', 'confirmed', 'rejected'] as const;
export type MentionFilter = (typeof mentionFilters)[number];

/**
 * What the search found and what people said of it, by record. What was judged and is not found any more, since a form
 * was taken away or the passage is another now, stands with its record all the same.
 */
export function mentionGroups(
	found: Mentions,
	judged: readonly Mention[],
	titleOf: (id: RecordId) => string,
): MentionGroup[] {
	const verdicts = new Map(
		judged.map((mention) => {
			const { editionId, ordinal } = mention.place ?? mention;
			return [keyOf(editionId, ordinal), mention] as const;
		}),
	);
	const groups = found.records.map(({ id, title, dateEdtf, editionId, start, count }) => {
		const rows: MentionRow[] = [];
		for (let at = start; at < start + count; at++) {
			const ordinal = found.ordinals[at] as number;
			const key = keyOf(editionId, ordinal);
			const said = verdicts.get(key);
			verdicts.delete(key);
			rows.push({
				...{ key, recordId: id as RecordId, editionId: editionId as EditionId, ordinal },
				number: found.numbers[at] || null,
				language: found.languages[found.languageOf[at] as number] ?? '',
				how: kindOfCode(found.kinds[at] as number),
				isPart: found.parts[at] === 1,
				verdict: said?.verdict ?? null,
				words: said?.words ?? '',
			});
		}
		return { recordId: id as RecordId, title, dateEdtf, rows };
	});
	const byRecord = new Map(groups.map((group) => [group.recordId, group]));
	for (const [key, mention] of verdicts) {
		const { recordId, place, verdict, words } = mention;
		const { editionId, ordinal } = place ?? mention;
		const row = {
			key,
			recordId,
			editionId,
			ordinal,
			number: place?.number ?? null,
			language: '',
			how: null,
			isPart: false,
			verdict,
			words,
		};
		const group = byRecord.get(recordId) ?? { recordId, title: titleOf(recordId), dateEdtf: '', rows: [] };
		if (!byRecord.has(recordId)) groups.push(group);
		byRecord.set(recordId, group);
		group.rows.push(row);
	}
	return groups;
}

/** Whether a passage counts as one that speaks of the name: a form stands there, or somebody confirmed it. */
export function isLikely({ verdict, isPart }: MentionRow): boolean {
	return verdict === 'confirmed' || (verdict === null && !isPart);
}

export function countsOf(groups: readonly MentionGroup[]): Record<MentionFilter, number> {
	const counts = { likely: 0, open: 0, part: 0, confirmed: 0, rejected: 0 };
	for (const { rows } of groups) {
		for (const row of rows) {
			counts[row.verdict ?? (row.isPart ? 'part' : 'open')] += 1;
			if (isLikely(row)) counts.likely += 1;
		}
	}
	return counts;
}

/** Those that pass; records that have none are left out. `among`: only these passages. */
export function filterGroups(
	groups: readonly MentionGroup[],
	filter: MentionFilter,
	among: ReadonlySet<string> | null,
): MentionGroup[] {
	const isAsked = (row: MentionRow) =>
		filter === 'likely' ? isLikely(row) : filter === (row.verdict ?? (row.isPart ? 'part' : 'open'));
	const passes = (row: MentionRow) => (among === null || among.has(row.key)) && isAsked(row);
	return groups.flatMap((group) => {
		const rows = group.rows.filter(passes);
		return rows.length > 0 ? [{ ...group, rows }] : [];
	});
}

/** A line of the list: a record, or a passage of the record above it. */
export type MentionLine =
	| { type: 'record'; group: MentionGroup }
	| { type: 'mention'; row: MentionRow; position: number };

export function linesOf(groups: readonly MentionGroup[]): MentionLine[] {
	let position = 0;
	return groups.flatMap((group): MentionLine[] => [
		{ type: 'record', group },
		...group.rows.map((row) => {
			position += 1;
			return { type: 'mention' as const, row, position };
		}),
	]);
}

export function keyOf(editionId: string, ordinal: number): string {
	return `${editionId}/${ordinal}`;
}
