import { expect, test } from 'vitest';
import { type Copy, copyOf, newCopy } from '#archive/testing/merge-copies.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { MergeService } from './merge-service.ts';
import { OtherArchive } from './other-archive.ts';

/** Brings `other` in as a package is; tells how it ended, and how many snapshots were taken. */
async function bringIn(copy: Copy, other: Copy, options: { isCancelled?: boolean } = {}) {
	const { jobs } = copy.services;
	const id = newId<JobId>();
	let snapshotCount = 0;
	const source = new OtherArchive(other.connection, 'other.lectern', { close: () => undefined });
	jobs.start(id, 'package-import', {}, async (run) => {
		const merge = new MergeService(copy.database, copy.services, {
			openOther: () => Promise.reject(new Error('nothing is opened')),
			async takeSnapshot() {
				snapshotCount += 1;
			},
			onReading: () => options.isCancelled && run.cancel(),
		});
		await merge.bringIn(run, source);
	});
	await jobs.whenEnded(id);
	return { state: jobs.get({ id }).state, snapshotCount };
}

function sampleCopies(): { copy: Copy; other: Copy } {
	const copy = newCopy(1);
	const other = copyOf(copy, 2);
	other.services.records.add({ id: other.freshId<RecordId>(), fields: { title: 'Sample letter' } });
	return { copy, other };
}

test('a snapshot is taken before something is merged, and none where all of it is here', async () => {
	const { copy, other } = sampleCopies();
	expect(await bringIn(copy, other)).toEqual({ state: 'done', snapshotCount: 1 });
	expect(copy.services.records.list({})).toHaveLength(1);
	expect(await bringIn(copy, other)).toEqual({ state: 'done', snapshotCount: 0 });
});

test('a package whose bringing in is cancelled while it is planned is planned no further', async () => {
	const { copy, other } = sampleCopies();
	expect(await bringIn(copy, other, { isCancelled: true })).toEqual({ state: 'cancelled', snapshotCount: 0 });
	expect(copy.services.records.list({})).toEqual([]);
});
