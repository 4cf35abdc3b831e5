import type { DescriptionFields } from '../../domain/description.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Holding, RecordFields, RecordSummary } from '../../domain/record.ts';
import { withoutRepository } from '../archival-location.ts';
import { type CitedItem, citedItem } from '../cited-item.ts';

/** A record as all formats are written from it. */
export interface BibliographyEntry {
	id: RecordId;
	item: CitedItem;
	/** What other programs call these: abstract, language, rights, keywords. */
	description: string;
	languages: readonly string[];
	rights: string;
	tags: readonly string[];
	/** As its archival description has it; '' where that has none. */
	referenceCode: string;
	extent: string;
	/** The record's fields as Lectern has them: what the format has no room for is kept in it too. */
	whole: WholeRecord;
}

/**
 * Of an archival description, what speaks of the item. From whom it came, when, and whom it could harm stays in the archive,
 * as in a package to share: whoever is sent the file has it all, and no program shows it to whoever sends it.
 */
const describedFields = ['referenceCode', 'level', 'extent', 'accessConditions'] as const;
type Described = Pick<DescriptionFields, (typeof describedFields)[number]>;

export interface WholeRecord extends RecordFields, Partial<Described> {
	id: RecordId;
	holding: Holding;
	tags: string[];
	archiveTitle: string;
}

export interface EntryContext {
	/** Names, not ids. */
	tags: readonly string[];
	archiveTitle: string;
	/** Where the record has one. */
	described?: DescriptionFields | undefined;
}

export function bibliographyEntry(
	record: RecordSummary,
	{ tags, archiveTitle, described }: EntryContext,
): BibliographyEntry {
	const { id, description, languages, rights } = record;
	return {
		...{ id, description, languages, rights, tags },
		...{ referenceCode: described?.referenceCode.trim() ?? '', extent: described?.extent ?? '' },
		item: citedItem(
			{ ...record, referenceCode: described?.referenceCode ?? '' },
			{ archiveTitle, address: `urn:uuid:${id}` },
		),
		whole: wholeRecord(record, tags, archiveTitle, described),
	};
}

function wholeRecord(
	record: RecordSummary,
	tags: readonly string[],
	archiveTitle: string,
	described: DescriptionFields | undefined,
): WholeRecord {
	const { id, title, kind, creators, dates, languages, description, rights, source, knownFrom } = record;
	const { access, embargoUntil, parentId, holding } = record;
	return {
		...{ id, title, kind, creators, dates, languages, description, rights, source, knownFrom },
		...{ access, embargoUntil, parentId, holding, tags: [...tags], archiveTitle },
		...(described ? saidIn(described) : {}),
	};
}

function saidIn(described: DescriptionFields): Partial<Described> {
	return Object.fromEntries(
		describedFields.flatMap((name) => (described[name] === '' ? [] : [[name, described[name]]])),
	);
}

/**
 * The reference code as it was written down, or as archives write what the source says: "f. 57, op. 5, d. 12"; '' without
 * one. Without the repository, which has a field of its own: programs write the two after each other.
 */
export function callNumber({ referenceCode, item: { location } }: BibliographyEntry): string {
	if (referenceCode !== '') return withoutRepository(referenceCode, location?.repository ?? '');
	const labels = { fonds: 'f.', inventory: 'op.', file: 'd.', leaf: 'l.' };
	const parts = (location?.parts ?? []).map(({ level, value }) => `${labels[level]} ${value}`);
	return [...parts, location?.rest ?? ''].filter((part) => part !== '').join(', ');
}

/** Year, month and day as numbers, as far as they are known for certain; null for every other date. */
export function plainDate(edtf: string): number[] | null {
	const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(edtf);
	return parts === null ? null : parts.slice(1).flatMap((part) => (part === undefined ? [] : Number(part)));
}

/** JSON on one line, also for readers that break lines at U+0085, U+2028 and U+2029. */
export function jsonLine(value: object): string {
	return JSON.stringify(value).replace(
		/[\u0085\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
