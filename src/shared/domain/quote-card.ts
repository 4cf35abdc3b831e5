import type { EditionKind } from './edition.ts';
import type { ArchiveId, EditionId, RecordId, ReplicaId, Sha256 } from './ids.ts';

/** Words on a card, with all that says where they stand. */
export interface CardPassage {
	recordId: RecordId;
	title: string;
	editionId: EditionId;
	editionKind: EditionKind;
	/** SHA-256 of the edition's text. */
	textSha256: Sha256;
	/** The original that the edition was made from; null for text written in Lectern itself. */
	originalSha256: Sha256 | null;
	/** Ordinal and UTF-16 offset of the start, then of the end. */
	place: [startOrdinal: number, startOffset: number, endOrdinal: number, endOffset: number];
	words: string;
	/** BCP 47; '' when it is not known. */
	language: string;
	/** ¶ numbers, "3" or "3–5"; '' where there are none. */
	numbers: string;
	reference: string;
	address: string;
}

/** The end of one chain of the custody log. */
export interface ChainEnd {
	replicaId: ReplicaId;
	sequence: number;
	hash: string;
}

/** A quotation that can be compared with an archive: what a card carries as data beside what people read. */
export interface QuoteCard {
	/** Version of this form. */
	lecternQuoteCard: 1;
	archiveId: ArchiveId;
	archiveTitle: string;
	/** ISO 8601 UTC. */
	madeAt: string;
	quoted: CardPassage;
	/** The same words in the original's language, or in translation, where both are in the archive. */
	beside: CardPassage | null;
	custody: { head: string; chains: ChainEnd[] };
}

/** Those that are text, which the archive writes. */
export const writtenCardFormats = ['text', 'html', 'svg'] as const;
export type WrittenCardFormat = (typeof writtenCardFormats)[number];

/** Those and a picture of dots, which a window draws. */
export const cardFormats = ['png', 'svg', 'html', 'text'] as const;
export type CardFormat = (typeof cardFormats)[number];

/** Endings of the files that hold them, without the dot. */
export const cardEndings: Readonly<Record<CardFormat, string>> = { png: 'png', svg: 'svg', html: 'html', text: 'txt' };

/** What is proved of a card, in this order. `readable`: what people read on it is what its data says. */
export const cardItems = [
	'readable',
	'archive',
	'record',
	'edition',
	'words',
	'paragraphs',
	'original',
	'custody',
] as const;

/** `other`: the archive says something else. `absent`: it holds no such thing. `not-checked`: there is nothing to compare. */
export type CardOutcome = 'holds' | 'other' | 'absent' | 'not-checked';

export interface CardFinding {
	item: (typeof cardItems)[number];
	/** Which passage of the card; null for the card as a whole. */
	of: 'quoted' | 'beside' | null;
	outcome: CardOutcome;
	/** What the card says, in short. */
	said: string;
	/** What the archive has instead; '' where it is the same or has nothing. */
	found: string;
}
