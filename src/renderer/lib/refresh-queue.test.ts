import { expect, onTestFinished, test, vi } from 'vitest';
import { createRefreshQueue } from './refresh-queue.ts';

test('a burst asks once for what is under way and once for what came meanwhile', async () => {
	const asked: string[] = [];
	let finish: () => void = () => undefined;
	let secondAsked: () => void = () => undefined;
	const second = new Promise<void>((resolve) => {
		secondAsked = resolve;
	});
	const queue = createRefreshQueue(
		(key) => {
			asked.push(key.join('.'));
			if (asked.length === 2) secondAsked();
			return new Promise<void>((resolve) => {
				finish = resolve;
			});
		},
		() => 0,
	);
	queue.add(['records', 'list']);
	queue.add(['records', 'list']);
	await Promise.resolve();
	await Promise.resolve();
	expect(asked).toEqual(['records.list']);
	for (let fact = 0; fact < 100; fact += 1) queue.add(['records', 'list']);
	finish();
	await second;
	expect(asked).toEqual(['records.list', 'records.list']);
});

test('a refresh that fails does not stop the next', async () => {
	let calls = 0;
	await new Promise<void>((resolve) => {
		const queue = createRefreshQueue(
			() => {
				calls += 1;
				if (calls === 1) queue.add(['tags']);
				else resolve();
				return Promise.reject(new Error('lost'));
			},
			() => 0,
		);
		queue.add(['tags']);
	});
	expect(calls).toBe(2);
});

test('changes that come one soon after another are one burst, and rests are taken within it', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	let now = 0;
	let asked = 0;
	const queue = createRefreshQueue(
		async () => {
			asked += 1;
			now += 100;
		},
		() => now,
	);
	const change = () => {
		now += 100;
		queue.add(['records', 'list']);
		return new Promise((resolve) => setImmediate(resolve));
	};
	for (let count = 0; count < 4; count += 1) await change();
	expect(asked).toBe(3);
	// Not all timers: those of other modules, which ask again and again for an archive, have no end.
	await vi.advanceTimersByTimeAsync(4 * 100);
	expect(asked).toBe(4);
});
