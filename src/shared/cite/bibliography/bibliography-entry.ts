import type { DescriptionFields } from '../../domain/description.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Holding, RecordFields, RecordSummary } from '../../domain/record.ts';
import { withoutRepository } from '../archival-location.ts';
import { type CitedItem, citedItem } from '../cited-item.ts';
import { creatorNames, dateOf } from '../pieces.ts';
import { english } from '../words/english.ts';

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

/** Year, month and day as numbers, as far as they are known for certain, without the time of a day; null for every other date, an inferred one too. */
export function plainDate({ date, isDateInferred }: CitedItem): number[] | null {
	const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2})(?:T.+)?)?)?$/.exec(date);
	return parts === null || isDateInferred
		? null
		: parts.slice(1).flatMap((part) => (part === undefined ? [] : Number(part)));
}

/**
 * Every other date, as people read it: programs show it as it stands, and know nothing of "[2023-09-19..]". In English, as
 * the formats' own words are; what a program should compute with is in the whole record.
 */
export function dateWords(item: CitedItem): string {
	return dateOf(item, english);
}

/** Names without their roles, for which other fields are; whoever is only attributed or inferred stands in brackets. */
export function authorNames({ creators }: CitedItem): string[] {
	return creatorNames(creators.map((creator) => ({ ...creator, role: '' })));
}

/** Of what is only described, where it is reported, or that nobody has seen it; '' for what is held, from wherever it was known before. */
export function reportedNote({ holding, knownFrom }: CitedItem): string {
	if (holding !== 'described-only') return '';
	return knownFrom === '' ? 'Not consulted' : `As reported in: ${knownFrom}`;
}

/** JSON on one line, also for readers that break lines at U+0085, U+2028 and U+2029. */
export function jsonLine(value: object): string {
	return JSON.stringify(value).replace(
		/[\u0085\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
