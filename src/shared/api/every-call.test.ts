import { expect, test } from 'vitest';
import { everyCall } from './every-call.ts';

test('every call is there, and the same whenever it is asked for', async () => {
	let count = 0;
	const calls = everyCall((noun, call) => {
		count += 1;
		return () => `${noun} ${call}`;
	});
	expect(calls.samples?.list?.()).toBe('samples list');
	expect(calls.samples?.list).toBe(calls.samples?.list);
	expect(calls.samples?.constructor?.()).toBe('samples constructor');
	expect(count).toBe(2);
	expect(await Promise.resolve(calls)).toBe(calls);
	expect(await Promise.resolve(calls.samples)).toBe(calls.samples);
});
