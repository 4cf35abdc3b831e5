/**
 * How a reading copy lies on the disk. A ZIP file is for sending: it has to be extracted before it can be read. One HTML
 * file is opened as it is, on a telephone too.
 */
export const readingCopyForms = ['folder', 'zip', 'file'] as const;
export type ReadingCopyForm = (typeof readingCopyForms)[number];

/**
 * The most text that a copy takes, in bytes of UTF-8, together with its pictures. Of a folder the page reads what it needs; one file it reads whole
 * before the first word, and a telephone ends pages that take much memory. Ten megabytes are some five thousand printed
 * pages, in a file that most mail servers still let through.
 */
export const largestCopyBytes: Readonly<Record<ReadingCopyForm, number>> = {
	folder: 200_000_000,
	zip: 200_000_000,
	file: 10_000_000,
};

/** What a reading copy of these records would hold, and what stays out. */
export interface ReadingCopyPreview {
	recordCount: number;
	passageCount: number;
	annotationCount: number;
	nameCount: number;
	eventCount: number;
	/** Records that their access keeps in. */
	closedCount: number;
	/** Files as they were received; no copy holds them. */
	originalCount: number;
	/** Of the texts, in UTF-8. */
	textBytes: number;
	/** Pictures that stand in the texts, each once, and about how many bytes they have: what goes along if it is asked for. */
	pictureCount: number;
	pictureBytes: number;
	/** Whether they go along where nobody says: nobody can look for withheld names in them. */
	hasPictures: boolean;
	/** Names that are to be withheld, and that are looked for before anything leaves. */
	withheldNameCount: number;
}

/** What of a copy counts against `largestCopyBytes`. */
export function copyBytes(
	{ textBytes, pictureBytes }: Pick<ReadingCopyPreview, 'textBytes' | 'pictureBytes'>,
	hasPictures: boolean,
): number {
	return textBytes + (hasPictures ? pictureBytes : 0);
}
