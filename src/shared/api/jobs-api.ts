import * as v from 'valibot';
import type { CollectionId, JobId } from '../domain/ids.ts';
import { type ItemOutcome, itemOutcomes, type JobItem, type JobProgress } from '../domain/job.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema, lineSchema, nothing, ordinalSchema } from './schemas.ts';

/** The bytes of what is pasted in base64 take up to so many characters: 12 MB, a picture of a whole screen. */
export const longestPasted = 16_000_000;

/** In the device profile: true where ZIP files are kept beside the files that are taken out of them. */
export const keepZipKey = 'keep-zip';

/** What to add. */
export type AddSource = FileSource;

/** Which entries of a report. */
export interface ReportFilter {
	/** Any of these; absent: all. */
	outcomes?: ItemOutcome[];
	/** What stands in the name, the reason or the note, compared as the search compares words; absent: anything. */
	words?: string;
}

export interface JobCalls {
	/** Starts adding; folders are walked. Progress and report come as a job. `id` is the client's. */
	add(argument: { id: JobId; sources: AddSource[]; collectionId?: CollectionId }): JobId;
	/**
	 * Adds what was pasted, as a file of that name; of its title and where it is from, what is not said is absent. Its text
	 * is in no file, so the job cannot be run again.
	 */
	addPasted(argument: { id: JobId; name: string; base64: string; fields: { title?: string; source?: string } }): JobId;
	/** All jobs, newest first; reports are kept with the archive. */
	list(): JobProgress[];
	get(argument: { id: JobId }): JobProgress;
	/** The report: one entry a file, in the order they were done, of those that pass; `total` counts these. */
	items(argument: { id: JobId; offset: number; limit: number } & ReportFilter): { total: number; items: JobItem[] };
	/** Stops at the next document boundary; what is done stays. */
	cancel(argument: { id: JobId }): void;
	/** Starts a new job for what failed, was cancelled or was not reached, and for what was withdrawn where that is asked for. */
	retry(argument: { id: JobId; takesWithdrawn?: boolean }): JobId;
}

export const jobArguments = {
	add: v.object({
		id: idSchema<JobId>(),
		sources: v.pipe(v.array(fileSourceSchema), v.minLength(1)),
		collectionId: v.exactOptional(idSchema<CollectionId>()),
	}),
	addPasted: v.object({
		id: idSchema<JobId>(),
		name: v.pipe(lineSchema, v.regex(/^[^\\/\p{Cc}]+$/u)),
		base64: v.pipe(v.string(), v.base64(), v.maxLength(longestPasted)),
		fields: v.object({ title: v.exactOptional(lineSchema), source: v.exactOptional(lineSchema) }),
	}),
	list: nothing,
	get: v.object({ id: idSchema<JobId>() }),
	items: v.object({
		id: idSchema<JobId>(),
		offset: ordinalSchema,
		limit: ordinalSchema,
		outcomes: v.exactOptional(v.array(v.picklist(itemOutcomes))),
		words: v.exactOptional(lineSchema),
	}),
	cancel: v.object({ id: idSchema<JobId>() }),
	retry: v.object({ id: idSchema<JobId>(), takesWithdrawn: v.exactOptional(v.boolean()) }),
};
