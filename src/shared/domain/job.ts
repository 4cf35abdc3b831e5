import type { Placement } from './annotation.ts';
import type { AnnotationLoss } from './annotation-transfer.ts';
import type { ErrorData } from './app-error.ts';
import type { AnnotationId, EditionId, JobId, RecordId, Sha256 } from './ids.ts';
import type { MergedKind } from './merge.ts';

export const jobKinds = [
	'add',
	'recognise',
	'verify',
	'annotations',
	'edition',
	'merge',
	'package',
	'package-import',
	'reading-copy',
	'backup',
	'seal',
	'catalogue',
	'purge',
] as const;
export type JobKind = (typeof jobKinds)[number];

/** `interrupted`: the process ended before the job did; what it had done stands, and the rest can be run again. */
export const jobStates = ['running', 'done', 'cancelled', 'interrupted'] as const;
export type JobState = (typeof jobStates)[number];

/**
 * What became of one file, or of one annotation of a file. Only `failed` and `withdrawn`
 * leave nothing behind in the archive. `differs`:
 * another annotation with its id is here, and was left as it is.
 */
export const itemOutcomes = [
	'added',
	'completed',
	'described',
	'recognised',
	'already-held',
	'differs',
	'no-text',
	'packed',
	'left-out',
	'name-found',
	'failed',
	'cancelled',
	'intact',
	'changed',
	'missing',
	'unverifiable',
	'merged-changed',
	'merged-deleted',
	'merged-conflict',
	'withdrawn',
	'erased',
] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

export interface JobItem {
	/** As the user gave it: the path below the folder they chose, or the file's name. */
	name: string;
	outcome: ItemOutcome;
	recordId?: RecordId;
	sha256?: Sha256;
	/** Of a text that was read back: the edition. */
	editionId?: EditionId;
	passageCount?: number;
	/** Name of the encoding the text was read in, as iconv-lite spells it. */
	encoding?: string;
	/** Of recognised text: codes of the languages it was read in, and how sure the engine was, 0 to 100. */
	languages?: string[];
	confidence?: number;
	/** What of it was left, in words. */
	note?: string;
	/** Why it failed or has no text. */
	error?: ErrorData;
	/** Of an annotation: its id here, how it stands if not where it was made, and what of it could not be kept. */
	annotationId?: AnnotationId;
	placement?: Exclude<Placement, 'placed'>;
	losses?: AnnotationLoss[];
	/** Of a thing that a merge brought: what kind of thing it is. */
	mergedKind?: MergedKind;
}

export interface JobProgress {
	id: JobId;
	kind: JobKind;
	state: JobState;
	done: number;
	/** Grows while folders are still being listed. */
	total: number;
	/** What is being worked on now. */
	current: string;
	startedAt: string;
	endedAt: string | null;
	counts: Partial<Record<ItemOutcome, number>>;
	/** The archive cannot be written to: the report is here as long as it is open, and kept nowhere. */
	isUnkept?: true;
	/** What stopped the job as a whole: a full disk, a fault. Failures of single files are items. */
	error: ErrorData | null;
}
