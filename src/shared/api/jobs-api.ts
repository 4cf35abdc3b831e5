import * as v from 'valibot';
import type { CollectionId, JobId } from '../domain/ids.ts';
import type { JobItem, JobProgress } from '../domain/job.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema, nothing, ordinalSchema } from './schemas.ts';

/** What to add. */
export type AddSource = FileSource;

export interface JobCalls {
	/** Starts adding; folders are walked. Progress and report come as a job. `id` is the client's. */
	add(argument: { id: JobId; sources: AddSource[]; collectionId?: CollectionId }): JobId;
	/** All jobs, newest first; reports are kept with the archive. */
	list(): JobProgress[];
	get(argument: { id: JobId }): JobProgress;
	/** The report: one entry a file, in the order they were done. */
	items(argument: { id: JobId; offset: number; limit: number }): { total: number; items: JobItem[] };
	/** Stops at the next document boundary; what is done stays. */
	cancel(argument: { id: JobId }): void;
	/** Starts a new job for what failed, was cancelled or was not reached. */
	retry(argument: { id: JobId }): JobId;
}

export const jobArguments = {
	add: v.object({
		id: idSchema<JobId>(),
		sources: v.pipe(v.array(fileSourceSchema), v.minLength(1)),
		collectionId: v.exactOptional(idSchema<CollectionId>()),
	}),
	list: nothing,
	get: v.object({ id: idSchema<JobId>() }),
	items: v.object({ id: idSchema<JobId>(), offset: ordinalSchema, limit: ordinalSchema }),
	cancel: v.object({ id: idSchema<JobId>() }),
	retry: v.object({ id: idSchema<JobId>() }),
};
