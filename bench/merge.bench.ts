// Three copies of one archive, 200 random things done in each, merged in every order: how many notes are lost or
// doubled, whether all say the same, and how long 10,000 annotations take.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { type Copy, copyOf, mergeInto, mergeOrders, newCopy, whenDone } from '#archive/testing/merge-copies.ts';
import { doWork, fillCopy, type Work, workKinds } from '#archive/testing/random-work.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const { values } = parseArgs({
	options: { runs: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const workLength = 200;
/** Made together; the work of ten thousand runs would not fit into memory. */
const runsAtOnce = 50;
const annotationCount = 10_000;

const work: fc.Arbitrary<Work> = fc.record({
	do: fc.constantFrom(...workKinds),
	which: fc.nat({ max: 40 }),
	other: fc.nat({ max: 12 }),
	word: fc.string({ minLength: 1, maxLength: 6 }).filter((word) => word.trim() !== ''),
});
const works = fc.tuple(
	...[0, 1, 2].map(() => fc.array(work, { minLength: workLength, maxLength: workLength })),
	fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -100_000, max: 100_000 }))),
);

printLoad('before');
const tally = { lost: 0, doubled: 0, different: 0, again: 0 };
const began = performance.now();
for (let done = 0; done < runs; done += runsAtOnce)
	for (const [at, [first, second, third, skews]] of sample(done).entries()) {
		await runOnce([first, second, third] as Work[][], skews as number[], mergeOrders[at % mergeOrders.length]);
	}
const perMinute = (runs / (performance.now() - began)) * 60_000;
printTable(
	[
		'runs',
		'seed',
		'a minute',
		'notes lost',
		'notes doubled',
		'orders that differ',
		'merges again that brought something',
	],
	[[runs, seed, perMinute.toFixed(0), tally.lost, tally.doubled, tally.different, tally.again].map(String)],
);
printAim('0 lost, 0 doubled, 0 that differ');
await timeAnnotations();
printAim('10,000 annotations merged in under 5 s');
printLoad('after');

/** The work of the runs from this one on, of a seed of their own. */
function sample(done: number) {
	return fc.sample(works, { numRuns: Math.min(runsAtOnce, runs - done), seed: seed + done });
}

/** @param again the order in which everything is merged a second time: all six end alike, so that one of them is enough */
async function runOnce(
	lists: readonly Work[][],
	skews: readonly number[],
	again: (typeof mergeOrders)[number] | undefined,
): Promise<void> {
	const base = newCopy(9);
	fillCopy(base);
	const copies = skews.map((skew, at) => copyOf(base, at + 1, skew));
	for (const [at, copy] of copies.entries()) for (const each of lists[at] ?? []) doWork(copy, each);
	await whenDone(copies);
	const exports = new Set<string>();
	for (const order of mergeOrders) {
		const [first, ...others] = order;
		const result = copyOf(copies[first] as Copy, 100 + first);
		for (const other of others) await mergeInto(result, copies[other] as Copy);
		await whenDone([result]);
		exports.add(canonicalExport(result.connection));
		countNotes(copies, result);
		if (order === again) for (const copy of copies) if (!(await mergeInto(result, copy)).isEmpty) tally.again += 1;
		result.close();
	}
	tally.different += exports.size - 1;
	for (const copy of [base, ...copies]) copy.close();
}

/** A note is lost when it is gone and nobody removed it; it is there twice when its words are on its place twice. */
function countNotes(copies: readonly Copy[], result: Copy): void {
	const isRemoved = (id: string) =>
		copies.some(({ connection }) =>
			connection.get(`SELECT 1 FROM changes WHERE row_id = ? AND after LIKE '%"deleted_clock":"%'`, id),
		);
	const listIds = ({ connection }: Copy) =>
		connection.all<{ id: string }>('SELECT id FROM annotations WHERE deleted_clock IS NULL').map(({ id }) => id);
	const there = listIds(result);
	const known = new Set(copies.flatMap(listIds));
	for (const id of known) if (!there.includes(id) && !isRemoved(id)) tally.lost += 1;
	tally.doubled += there.length - new Set(there).size + there.filter((id) => !known.has(id)).length;
}

async function timeAnnotations(): Promise<void> {
	const home = newCopy(1);
	fillCopy(home);
	const field = copyOf(home, 2);
	const [record] = field.services.records.list({});
	if (!record?.editionId) throw new Error('the sample has no text');
	const range = { editionId: record.editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 5 };
	for (let count = 0; count < annotationCount; count += 1) {
		const fields = { purpose: 'note' as const, body: `Note ${count}`, tags: ['field'], isResolved: false };
		field.services.annotations.add({ id: field.freshId<AnnotationId>(), recordId: record.id, range, fields });
	}
	const started = performance.now();
	const { counts } = await mergeInto(home, field);
	const seconds = (performance.now() - started) / 1000;
	printTable(['annotations', 'preview and merge, s'], [[String(counts.annotation.new), seconds.toFixed(2)]]);
	home.close();
	field.close();
}
