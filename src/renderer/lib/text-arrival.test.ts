import { expect, it } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { type OrdinalRange, outlineOf } from '#shared/domain/text-outline.ts';
import { TextArrival } from './text-arrival.ts';

const blocks = Array.from(
	{ length: 60 },
	(_, at): StoredBlock => ({
		...{ kind: 'paragraph', text: `${at} ${'a'.repeat(50_000)}` },
		...{ ordinal: at, number: at + 1 },
	}),
);
const opening = { outline: outlineOf(blocks), blocks: blocks.slice(0, 2) };
const asked = (ranges: OrdinalRange[]) => async (range: OrdinalRange) => {
	ranges.push(range);
	return blocks.slice(range[0], range[1] + 1);
};
const never = new AbortController().signal;

it('has every block in its place from the first, and all words in the end', async () => {
	const ranges: OrdinalRange[] = [];
	const arrival = new TextArrival(opening, asked(ranges));
	const first = arrival.current();
	expect(first.isWhole).toBe(false);
	expect(first.blocks.map(({ ordinal, number }) => [ordinal, number])).toEqual(
		blocks.map(({ ordinal, number }) => [ordinal, number]),
	);
	expect(first.blocks.filter(({ text }) => text !== '')).toEqual(opening.blocks);
	let told = 0;
	arrival.watch(() => {
		told += 1;
	});
	await arrival.bringIn(never, async () => undefined);
	expect(arrival.current()).toEqual({ blocks, isWhole: true });
	expect(arrival.current().blocks[0]).toBe(opening.blocks[0]);
	expect(told).toBe(1);
	expect(ranges.length).toBeGreaterThan(3);
});

it('brings in first what is wanted, and says so', async () => {
	const ranges: OrdinalRange[] = [];
	const arrival = new TextArrival(opening, asked(ranges));
	const seen: boolean[] = [];
	arrival.watch(() => seen.push(arrival.current().isWhole));
	expect(arrival.take([40, 41])).toBeNull();
	arrival.want([[40, 41]]);
	await arrival.bringIn(never, async () => undefined);
	expect(ranges[0]).toEqual([40, 41]);
	expect(seen).toEqual([false, true]);
	expect(arrival.take([40, 41])).toEqual(blocks.slice(40, 42));
});

it('goes on where a loss or a page that was left ended it', async () => {
	let isLost = true;
	const arrival = new TextArrival(opening, async ([first, last]) => {
		if (isLost) throw new Error('lost');
		return blocks.slice(first, last + 1);
	});
	await expect(arrival.bringIn(never, async () => undefined)).rejects.toThrow('lost');
	isLost = false;
	const left = new AbortController();
	await arrival.bringIn(left.signal, async () => left.abort());
	expect(arrival.current().isWhole).toBe(false);
	await arrival.bringIn(never, async () => undefined);
	expect(arrival.current().isWhole).toBe(true);
});

it('does not wait for what a damaged archive has lost', async () => {
	const arrival = new TextArrival(opening, async () => []);
	await arrival.bringIn(never, async () => undefined);
	expect(arrival.current().isWhole).toBe(true);
});
