import { expect, test } from 'vitest';
import { openTestArchive } from '#archive/testing/test-archive.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { JobsService } from './jobs-service.ts';

const items: JobItem[] = [
	{ name: 'box/letter.txt', outcome: 'added' },
	// Decomposed, as some file systems give it.
	{ name: 'ПИСЬМО И\u0306.txt', outcome: 'added' },
	{ name: 'locked.pdf', outcome: 'no-text', error: { code: 'unsupported-format', detail: { reason: 'Sample lock' } } },
	{
		name: 'gone.txt',
		outcome: 'failed',
		error: { code: 'unreadable-file', detail: { file: 'gone.txt', reason: '-' } },
	},
	{ name: 'late.txt', outcome: 'added', note: 'A sample note' },
];

async function report() {
	const { database } = openTestArchive();
	const jobs = new JobsService(database, { onProgress: () => undefined, onItem: () => undefined });
	const id = newId<JobId>();
	jobs.start(id, 'add', {}, async (run) => run.report(database, items));
	await jobs.whenEnded(id);
	return (filter: Omit<Parameters<typeof jobs.items>[0], 'id' | 'offset' | 'limit'>, offset = 0, limit = 10) => {
		const { total, items: found } = jobs.items({ id, offset, limit, ...filter });
		return { total, names: found.map(({ name }) => name) };
	};
}

test('a report is narrowed by outcome, by name and by reason, and says how many pass', async () => {
	const find = await report();
	expect(find({}).total).toBe(5);
	expect(find({ outcomes: ['no-text', 'failed'] })).toEqual({ total: 2, names: ['locked.pdf', 'gone.txt'] });
	expect(find({ outcomes: ['added'] }, 1, 1)).toEqual({ total: 3, names: ['ПИСЬМО И\u0306.txt'] });
	expect(find({ words: ' письмо й' }).names).toEqual(['ПИСЬМО И\u0306.txt']);
	expect(find({ words: 'sample LOCK' }).names).toEqual(['locked.pdf']);
	expect(find({ words: 'sample note', outcomes: ['added'] }).names).toEqual(['late.txt']);
	expect(find({ words: 'letter', outcomes: ['failed'] })).toEqual({ total: 0, names: [] });
});
