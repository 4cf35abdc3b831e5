import { expect, test } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { passageAt, spokenPassages } from './spoken-passage.ts';

const block = (ordinal: number, time?: StoredBlock['time']): StoredBlock => {
	return { kind: 'paragraph', text: 'alpha', ordinal, number: ordinal + 1, ...(time && { time }) };
};

test('the passage that is spoken is the last that has begun, whatever order the text has', () => {
	const passages = spokenPassages([
		block(0),
		block(1, { startMs: 5000 }),
		block(2, { startMs: 1000, endMs: 2000 }),
		block(3, { startMs: 3000, endMs: 4000 }),
	]);
	const at = (ms: number) => passageAt(passages, ms)?.ordinal ?? null;
	expect([0, 1000, 1999, 2000, 3500, 4500, 5000, 900_000].map(at)).toEqual([null, 2, 2, null, 3, null, 1, 1]);
	expect(passageAt([], 100)).toBeNull();
});
