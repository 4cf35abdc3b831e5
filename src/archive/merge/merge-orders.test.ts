import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { type Copy, copyOf, mergeInto, mergeOrders, newCopy, whenDone } from '#archive/testing/merge-copies.ts';
import { doWork, fillCopy, type Work, workKinds } from '#archive/testing/random-work.ts';

const work: fc.Arbitrary<Work> = fc.record({
	do: fc.constantFrom(...workKinds),
	which: fc.nat({ max: 12 }),
	other: fc.nat({ max: 6 }),
	word: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
});
const lists = (maxLength: number) => fc.tuple(...[1, 2, 3].map(() => fc.array(work, { maxLength })));
const skews = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: -100_000, max: 100_000 })));

function withCopies(skew: readonly number[], use: (copies: Copy[], base: Copy) => Promise<void>): Promise<void> {
	const base = newCopy(9);
	fillCopy(base);
	const copies = skew.map((seconds, number) => copyOf(base, number + 1, seconds));
	return use(copies, base).finally(() => {
		for (const copy of [base, ...copies]) copy.close();
	});
}

/** Each does what is on their list. */
async function workOn(copies: readonly Copy[], works: readonly (readonly Work[])[]): Promise<void> {
	for (const [at, copy] of copies.entries()) for (const each of works[at] ?? []) doWork(copy, each);
	await whenDone(copies);
}

async function merged(copies: readonly Copy[], order: readonly number[]): Promise<Copy> {
	const [first, ...others] = order.map((at) => copies[at] as Copy);
	const copy = copyOf(first as Copy, 100 + (order[0] ?? 0));
	for (const other of others) await mergeInto(copy, other);
	await whenDone([copy]);
	return copy;
}

test('three copies say the same after a merge in any order, and a merge again brings nothing', async () => {
	await fc.assert(
		fc.asyncProperty(lists(30), skews, (works, skew) =>
			withCopies(skew, async (copies) => {
				await workOn(copies, works);
				const results: string[] = [];
				for (const order of mergeOrders) {
					const copy = await merged(copies, order);
					results.push(canonicalExport(copy.connection));
					for (const again of copies) expect((await mergeInto(copy, again)).isEmpty).toBe(true);
					copy.close();
				}
				for (const result of results) expect(result).toBe(results[0]);
			}),
		),
		{ numRuns: 6, seed: 1, endOnFailure: true },
	);
}, 120_000);

test('copies that go on after merging with each other still come to say the same', async () => {
	const meeting = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }));
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(lists(6), meeting), { minLength: 1, maxLength: 5 }), skews, (rounds, skew) =>
			withCopies(skew, async (copies) => {
				for (const [works, [to, from]] of rounds) {
					await workOn(copies, works);
					if (to !== from) await mergeInto(copies[to] as Copy, copies[from] as Copy);
					await whenDone(copies);
				}
				const results: string[] = [];
				for (const order of mergeOrders) {
					const copy = await merged(copies, order);
					results.push(canonicalExport(copy.connection));
					copy.close();
				}
				for (const result of results) expect(result).toBe(results[0]);
			}),
		),
		{ numRuns: 6, seed: 2, endOnFailure: true },
	);
}, 120_000);

test('no note is lost or doubled, and no wording that nobody who had seen it overwrote', async () => {
	const kinds = workKinds.filter((kind) => !['remove', 'bin', 'undo', 'redo'].includes(kind));
	const keeping = work.map((each) => (kinds.includes(each.do) ? each : { ...each, do: 'word' as const }));
	const words = fc.tuple(...[1, 2, 3].map(() => fc.array(keeping, { maxLength: 30 })));
	await fc.assert(
		fc.asyncProperty(words, skews, (works, skew) =>
			withCopies(skew, async (copies, base) => {
				// Nobody writes by chance what another one wrote: those words would be found in any case.
				await workOn(
					copies,
					works.map((list, at) => list.map((each) => ({ ...each, word: `${each.word} of ${at}` }))),
				);
				const copy = await merged(copies, [0, 1, 2]);
				const ids = new Set(copies.flatMap(notesOf).map(({ id }) => id));
				expect(
					notesOf(copy)
						.map(({ id }) => id)
						.sort(),
				).toEqual([...ids].sort());
				const before = new Map(notesOf(base).map(({ id, body }) => [id, body]));
				const words = wordsOf(copy);
				for (const { id, body } of copies.flatMap(notesOf))
					if (before.get(id) !== body) expect(words.get(id)).toContain(body);
				copy.close();
			}),
		),
		{ numRuns: 6, seed: 3, endOnFailure: true },
	);
}, 120_000);

function notesOf({ services }: Copy) {
	return services.annotations.list({});
}

/** Of each note the words that stand and those kept beside them. */
function wordsOf(copy: Copy): Map<string, string[]> {
	const words = new Map<string, string[]>(notesOf(copy).map(({ id, body }) => [id, [body]]));
	for (const { ownerId, kept } of copy.services.conflicts.list()) words.get(ownerId)?.push(kept.text);
	return words;
}

test('undoing a merge leaves the copy as it was, and merging once more brings all of it again', async () => {
	await fc.assert(
		fc.asyncProperty(lists(25), fc.array(work, { maxLength: 6 }), skews, (works, later, skew) =>
			withCopies(skew, async (copies) => {
				const [one, other] = copies as [Copy, Copy];
				await workOn(copies, works);
				const before = canonicalExport(one.connection);
				const { isEmpty } = await mergeInto(one, other);
				if (isEmpty) return;
				await whenDone([one]);
				const after = canonicalExport(one.connection);
				const steps = one.connection.get<{ n: number }>(`SELECT max(number) AS n FROM steps`)?.n ?? 0;
				for (const each of later) if (each.do !== 'undo' && each.do !== 'redo') doWork(one, each);
				await whenDone([one]);
				const done = one.connection.get<{ n: number }>(
					`SELECT count(*) AS n FROM steps WHERE number > ? AND kind = 'do' AND status = 'done'`,
					steps,
				);
				for (let count = 0; count <= (done?.n ?? 0); count += 1) one.services.history.undo();
				expect(canonicalExport(one.connection)).toBe(before);
				expect(one.services.history.redo()).toBe(null);
				await mergeInto(one, other);
				await whenDone([one]);
				expect(canonicalExport(one.connection)).toBe(after);
			}),
		),
		{ numRuns: 6, seed: 4, endOnFailure: true },
	);
}, 120_000);
