import { expect, test, vi } from 'vitest';
import { openTestArchive } from '#archive/testing/test-archive.ts';
import type { ReportFilter } from '#shared/api/jobs-api.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { JobsService } from './jobs-service.ts';

const few: JobItem[] = [
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

async function report(items = few) {
	const { database } = openTestArchive();
	const jobs = new JobsService(database, { onProgress: () => undefined, onItem: () => undefined });
	const id = newId<JobId>();
	jobs.start(id, 'add', {}, async (run) => run.report(database, items));
	await jobs.whenEnded(id);
	return async ({ words, ...filter }: ReportFilter, offset = 0, limit = 10) => {
		const asked = { id, offset, limit, ...filter };
		const { total, items: found } = words ? await jobs.itemsSaying({ ...asked, words }) : jobs.items(asked);
		return { total, names: found.map(({ name }) => name) };
	};
}

test('a report is narrowed by outcome, by name and by reason, and says how many pass', async () => {
	const find = await report();
	expect((await find({})).total).toBe(5);
	expect(await find({ outcomes: ['no-text', 'failed'] })).toEqual({ total: 2, names: ['locked.pdf', 'gone.txt'] });
	expect(await find({ outcomes: ['added'] }, 1, 1)).toEqual({ total: 3, names: ['ПИСЬМО И\u0306.txt'] });
	expect((await find({ words: ' письмо й' })).names).toEqual(['ПИСЬМО И\u0306.txt']);
	expect((await find({ words: 'sample LOCK' })).names).toEqual(['locked.pdf']);
	expect((await find({ words: 'sample note', outcomes: ['added'] })).names).toEqual(['late.txt']);
	expect(await find({ words: 'letter', outcomes: ['failed'] })).toEqual({ total: 0, names: [] });
});

test('words are found as the search compares them', async () => {
	const find = await report([
		{ name: '\u0130ran.pdf', outcome: 'added' },
		{ name: 'Letter_\u00c9t\u00e9.pdf', outcome: 'added' },
	]);
	expect((await find({ words: 'iran' })).names).toEqual(['\u0130ran.pdf']);
	expect((await find({ words: 'IRAN.PDF' })).names).toEqual(['\u0130ran.pdf']);
	expect((await find({ words: 'ete' })).names).toEqual(['Letter_\u00c9t\u00e9.pdf']);
});

test('a long report is read in pieces that give way, and no more of one outcome than is shown', async () => {
	const many = Array.from(
		{ length: 2500 },
		(_, at): JobItem => ({
			name: `${at}.txt`,
			outcome: at % 100 === 0 ? 'failed' : 'added',
		}),
	);
	const find = await report(many);
	const read = vi.spyOn(JSON, 'parse');
	expect(await find({ outcomes: ['failed'] }, 10, 2)).toEqual({ total: 25, names: ['1000.txt', '1100.txt'] });
	expect(read.mock.calls.length).toBeLessThan(10);
	read.mockRestore();
	let turns = 0;
	const found = find({ words: '7.txt' }, 240, 3);
	let isDone = false;
	const count = () => {
		turns += 1;
		if (!isDone) setImmediate(count);
	};
	setImmediate(count);
	expect(await found).toEqual({ total: 250, names: ['2407.txt', '2417.txt', '2427.txt'] });
	isDone = true;
	expect(turns).toBeGreaterThan(0);
});
