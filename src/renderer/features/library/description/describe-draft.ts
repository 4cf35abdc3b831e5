import type { ArgumentOf } from '#shared/api/calls.ts';
import type { DescriptionCalls } from '#shared/api/descriptions-api.ts';
import type {
	CommonDescription,
	DescriptionFields,
	DescriptionLevel,
	SharedRecordFields,
} from '#shared/domain/description.ts';

export const describedLines = ['referenceCode', 'extent', 'receivedOn', 'receivedBy', 'withheldNames'] as const;
export const describedTexts = ['custodialHistory', 'accessConditions', 'sensitivity'] as const;
export const recordLines = ['languages', 'source', 'rights', 'embargoUntil'] as const;
export const recordTexts = ['description'] as const;
export type BatchField =
	| (typeof describedLines)[number]
	| (typeof describedTexts)[number]
	| (typeof recordLines)[number]
	| (typeof recordTexts)[number];

/** What a person does to several records: of each field what is typed, null to empty it, nothing to leave it. */
export interface DescribeDraft {
	texts: Partial<Record<BatchField, string | null>>;
	level?: DescriptionLevel;
	kind?: SharedRecordFields['kind'];
	access?: SharedRecordFields['access'];
	addTags: string;
	removeTags: string[];
}

export const emptyDraft: DescribeDraft = { texts: {}, addTags: '', removeTags: [] };

/** What the field shows while nothing is typed: what all records say alike, '' where they differ. */
export function commonText(common: CommonDescription, field: BatchField): string {
	return [common[field] ?? []].flat().join('; ');
}

/** Items of a list in one line. */
export function splitList(text: string): string[] {
	return text
		.split(';')
		.map((item) => item.trim())
		.filter((item) => item !== '');
}

type Update = Pick<ArgumentOf<DescriptionCalls['update']>, 'fields' | 'recordFields' | 'lists'>;

/**
 * What is to be written; null where nothing is. Names to be withheld are added to, where nobody took one out: a record may
 * have got others since.
 */
export function updateOf(common: CommonDescription, draft: DescribeDraft): Update | null {
	const { removeTags, level, kind, access } = draft;
	const changed = changedTexts(common, draft);
	const { withheldNames, ...texts } = changed;
	const names = withheldNames as string[] | undefined;
	const isAdded = names !== undefined && (common.withheldNames ?? []).every((name) => names.includes(name));
	const addTags = splitList(draft.addTags);
	const update = {
		fields: {
			...pick(texts, (field) => !isOfRecord(field)),
			...(names !== undefined && !isAdded && { withheldNames: names }),
			...(level !== undefined && { level }),
		} as Partial<DescriptionFields>,
		recordFields: {
			...pick(texts, isOfRecord),
			...(kind !== undefined && { kind }),
			...(access !== undefined && { access }),
		} as Partial<SharedRecordFields>,
		lists: {
			...(isAdded && { addWithheldNames: names }),
			...(addTags.length > 0 && { addTags }),
			...(removeTags.length > 0 && { removeTags }),
		},
	};
	const isNothing = Object.values(update).every((part) => Object.keys(part).length === 0);
	return isNothing ? null : update;
}

/** What was typed, where that is another thing than what all records say. */
function changedTexts(
	common: CommonDescription,
	{ texts }: DescribeDraft,
): Partial<Record<BatchField, string | string[]>> {
	const typed = Object.entries(texts) as [BatchField, string | null][];
	const changed = typed.filter(([field, text]) => {
		// Beside records that differ, an empty field says nothing; to empty all of them is said by itself.
		if (common[field] === null) return text === null || text.trim() !== '';
		return (text ?? '').trim() !== commonText(common, field);
	});
	return Object.fromEntries(
		changed.map(([field, text]) => [field, isList(field) ? splitList(text ?? '') : (text ?? '').trim()]),
	);
}

function isList(field: BatchField): boolean {
	return field === 'withheldNames' || field === 'languages';
}

function isOfRecord(field: string): boolean {
	return [...recordLines, ...recordTexts].some((other) => other === field);
}

function pick<T extends object>(values: T, isWanted: (name: string) => boolean): Partial<T> {
	return Object.fromEntries(Object.entries(values).filter(([name]) => isWanted(name))) as Partial<T>;
}
