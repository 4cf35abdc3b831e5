import type { RecordId } from '../../domain/ids.ts';
import type { Holding, RecordFields, RecordSummary } from '../../domain/record.ts';
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
	/** Every field as Lectern has it: what the format has no room for is kept in it too. */
	whole: WholeRecord;
}

export interface WholeRecord extends RecordFields {
	id: RecordId;
	holding: Holding;
	tags: string[];
	archiveTitle: string;
}

/** @param tags names, not ids */
export function bibliographyEntry(
	record: RecordSummary,
	tags: readonly string[],
	archiveTitle: string,
): BibliographyEntry {
	const { id, description, languages, rights } = record;
	return {
		...{ id, description, languages, rights, tags },
		item: citedItem(record, { archiveTitle, address: `urn:uuid:${id}` }),
		whole: wholeRecord(record, tags, archiveTitle),
	};
}

function wholeRecord(record: RecordSummary, tags: readonly string[], archiveTitle: string): WholeRecord {
	const { id, title, kind, creators, dates, languages, description, rights, source, knownFrom } = record;
	const { access, embargoUntil, parentId, holding } = record;
	return {
		...{ id, title, kind, creators, dates, languages, description, rights, source, knownFrom },
		...{ access, embargoUntil, parentId, holding, tags: [...tags], archiveTitle },
	};
}

/** The reference code as archives write it: "f. 57, op. 5, d. 12"; '' without one. */
export function callNumber({ location }: CitedItem): string {
	const labels = { fonds: 'f.', inventory: 'op.', file: 'd.', leaf: 'l.' };
	return (location?.parts ?? []).map(({ level, value }) => `${labels[level]} ${value}`).join(', ');
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
