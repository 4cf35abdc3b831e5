import * as v from 'valibot';
import type { CollectionId, JobId } from '../domain/ids.ts';
import type { JobItem, JobProgress } from '../domain/job.ts';
import { idSchema, lineSchema, nothing, ordinalSchema } from './schemas.ts';

/**
 * What to add: a file or folder on this machine's disk, or something the browser sent beforehand (`upload`, by the id
 * that the upload answered with; `name` is its path below the chosen folder).
 */
export type AddSource = { kind: 'path'; path: string } | { kind: 'upload'; uploadId: string; name: string };

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

const sourceSchema = v.variant('kind', [
	v.object({ kind: v.literal('path'), path: lineSchema }),
	v.object({ kind: v.literal('upload'), uploadId: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)), name: lineSchema }),
]);

export const jobArguments = {
	add: v.object({
		id: idSchema<JobId>(),
		sources: v.pipe(v.array(sourceSchema), v.minLength(1)),
		collectionId: v.exactOptional(idSchema<CollectionId>()),
	}),
	list: nothing,
	get: v.object({ id: idSchema<JobId>() }),
	items: v.object({ id: idSchema<JobId>(), offset: ordinalSchema, limit: ordinalSchema }),
	cancel: v.object({ id: idSchema<JobId>() }),
	retry: v.object({ id: idSchema<JobId>() }),
};
