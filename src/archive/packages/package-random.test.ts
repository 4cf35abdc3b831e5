import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Copy, copyOf, mergeInto, newCopy, whenDone } from '#archive/testing/merge-copies.ts';
import { doWork, fillCopy, type Work, workKinds } from '#archive/testing/random-work.ts';
import { saidBy } from '#archive/testing/said.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';

const newFolder = temporaryFolders();
const work: fc.Arbitrary<Work> = fc.record({
	do: fc.constantFrom(...workKinds),
	which: fc.nat({ max: 12 }),
	other: fc.nat({ max: 6 }),
	word: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
});
const works = fc.array(work, { maxLength: 30 });

async function packageOf({ services }: Copy): Promise<string> {
	const id = newId<JobId>();
	const path = join(newFolder(), 'package');
	const request = { path, form: 'folder', choice: {}, profile: 'whole', key: null, replaces: false } as const;
	await (await services.onDemand()).packageExport.export(id, request);
	await services.jobs.whenEnded(id);
	expect(services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	return path;
}

async function mergePackage({ services }: Copy, path: string): Promise<void> {
	const id = newId<JobId>();
	const { isEmpty } = await services.merge.preview(id, path, 'package');
	if (isEmpty) return services.merge.close({ id });
	await services.merge.start({ id });
	await services.jobs.whenEnded(id);
	expect(services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
}

async function withCopy(use: (base: Copy) => Promise<void>): Promise<void> {
	const base = newCopy(9);
	fillCopy(base);
	try {
		await use(base);
	} finally {
		base.close();
	}
}

test('whatever people did, a package of it makes the same archive of an empty one', async () => {
	await fc.assert(
		fc.asyncProperty(works, (list) =>
			withCopy(async (base) => {
				for (const each of list) doWork(base, each);
				await whenDone([base]);
				const empty = newCopy(8);
				await mergePackage(empty, await packageOf(base));
				await whenDone([empty]);
				expect(saidBy(empty.connection, base.connection)).toEqual(saidBy(base.connection, base.connection));
				empty.close();
			}),
		),
		{ numRuns: 12, seed: 1, endOnFailure: true },
	);
}, 120_000);

test('a package merges as the archive does that it was written from', async () => {
	await fc.assert(
		fc.asyncProperty(works, works, (atHome, inField) =>
			withCopy(async (base) => {
				const [home, field] = [copyOf(base, 1), copyOf(base, 2, 500)];
				for (const each of atHome) doWork(home, each);
				for (const each of inField) doWork(field, each);
				await whenDone([home, field]);
				const path = await packageOf(field);
				const other = copyOf(home, 3);
				await mergeInto(home, field);
				await mergePackage(other, path);
				await whenDone([home, other]);
				const gone = [home.connection, field.connection];
				expect(saidBy(other.connection, ...gone)).toEqual(saidBy(home.connection, ...gone));
				for (const copy of [home, field, other]) copy.close();
			}),
		),
		{ numRuns: 12, seed: 2, endOnFailure: true },
	);
}, 120_000);
