import type { JobId, RecordId, Sha256 } from './ids.ts';
import type { CardOutcome, QuoteCard } from './quote-card.ts';

/** A file as the receipt says that it was received. */
export interface ReceiptFile {
	/** Name under which it was received; '' on a receipt that goes without. */
	fileName: string;
	sha256: Sha256;
	mediaType: string;
	sizeBytes: number;
	/** ISO 8601 UTC: when the archive took it in. */
	receivedAt: string;
	/** EDTF: the day that an archivist wrote down; '' where none did. */
	receivedOn: string;
	/** Who took it in; '' where that is not known. */
	receivedBy: string;
}

/**
 * What whoever gave files can hold an archive to: what a receipt carries as data beside what people read. Neither who gave
 * them nor a word of any description is in it, and no title: a title may say more than the giver should carry about.
 */
export interface Receipt {
	/** Version of this form. */
	lecternReceipt: 1;
	archiveId: string;
	archiveTitle: string;
	/** ISO 8601 UTC. */
	madeAt: string;
	/** The name that the person went by; '' where they gave none. */
	madeBy: string;
	software: string;
	files: ReceiptFile[];
	custody: QuoteCard['custody'];
}

/** Which files: all of these records, or those that one job took in. */
export type ReceiptSubject = { recordIds: RecordId[] } | { jobId: JobId };

export interface ReceiptChoice {
	of: ReceiptSubject;
	/** False leaves out names of files: a name can tell who carried it. */
	hasFileNames: boolean;
	/** With the key of this device; null for no signature. */
	signature: { passphrase: string } | null;
}

/** What is to be known of a receipt before it is handed over. */
export interface ReceiptSummary {
	fileCount: number;
	/** Of the custody log when it was made. */
	head: string;
	/** Names that are to be withheld and stand on it all the same: in the name of a file, or of the archive. */
	exposedNames: string[];
	/** So does the name of who gave one of the files, which is not told here. */
	isGiverExposed: boolean;
}

/** What is proved of a receipt, in this order; `readable`, `archive` and `custody` once, the others for each file. */
export const receiptItems = ['readable', 'archive', 'received', 'original', 'custody'] as const;

export interface ReceiptFinding {
	item: (typeof receiptItems)[number];
	outcome: CardOutcome;
	/** What the receipt says: a name or a digest. */
	said: string;
	/** What the archive has instead; '' where it is the same or has nothing. */
	found: string;
}
