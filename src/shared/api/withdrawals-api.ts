import * as v from 'valibot';
import type { JobId, RecordId } from '../domain/ids.ts';
import type { Withdrawal, WithdrawalId, WithdrawalPreview } from '../domain/withdrawal.ts';
import { idSchema, nothing } from './schemas.ts';

export interface WithdrawalCalls {
	/** Newest first, without those that were lifted. */
	list(): Withdrawal[];
	preview(argument: { recordIds: RecordId[] }): WithdrawalPreview;
	/**
	 * Starts taking them out of the archive for good, with all that was said of them, and out of the copies of it on this
	 * device. Cannot be undone. `id` is the client's. Where no new copy can be taken, the newest one stays unless `takesAll`.
	 * Throws `invalid-input` while another job runs, `not-found`, read-only.
	 */
	purge(argument: { id: JobId; recordIds: RecordId[]; reason: string; takesAll?: boolean }): JobId;
	/** Lets it come back, by adding its file or by a merge: one step to undo. */
	lift(argument: { id: WithdrawalId }): void;
}

const recordIds = v.pipe(v.array(idSchema<RecordId>()), v.minLength(1));

export const withdrawalArguments = {
	list: nothing,
	preview: v.object({ recordIds }),
	purge: v.object({
		id: idSchema<JobId>(),
		recordIds,
		reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(2000)),
		takesAll: v.exactOptional(v.boolean()),
	}),
	lift: v.object({ id: idSchema<WithdrawalId>() }),
};
