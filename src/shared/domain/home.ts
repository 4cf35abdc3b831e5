import type { JobId } from './ids.ts';
import type { WrittenFile } from './written-file.ts';

/** Where work that was done away from home goes back to. */
export interface Home {
	/** Its public key (`age1…`); null where none was set. */
	recipient: string | null;
	/** ISO 8601 UTC; null likewise. */
	setAt: string | null;
}

/** What is sealed: the whole archive, or, of one that takes no writes, the notes that went to a file beside it. */
export type SealedMatter = 'archive' | 'notes';

/** What sealing would take along. */
export interface SealPreview {
	matter: SealedMatter;
	recordCount: number;
	annotationCount: number;
	originalCount: number;
	/** Bytes of the originals. */
	sizeBytes: number;
}

/** What was sealed last while this archive is open: read back, and not to be opened here any more. */
export interface Sealed {
	id: JobId;
	/** One, or, of an archive, the parts of a package. */
	files: WrittenFile[];
	matter: SealedMatter;
	/** For whom. */
	recipient: string;
	/** False once anything was changed since: then it does not hold all there is. */
	isCurrent: boolean;
	/** Files that hold here in the open what the sealed one holds; those that can be removed. */
	openHere: string[];
}

/** What became of the files that were in the open: gone, or still there. */
export interface RemovedHere {
	removed: string[];
	left: string[];
}
