import { expect, it } from 'vitest';
import { releaseBytes } from './release-bytes.ts';

it('leaves memory alone that others have a part in', () => {
	const whole = new Uint8Array([1, 2, 3, 4]);
	releaseBytes(whole.subarray(0, 2));
	expect([...whole]).toEqual([1, 2, 3, 4]);
	releaseBytes(whole);
	expect(whole.byteLength).toBeLessThanOrEqual(4);
});
