import { expect, test } from 'vitest';
import { outdatedSnapshots } from './snapshot-retention.ts';

const at = (day: number, hour: number) =>
	`2026-01-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}-00-00.000Z.lectern`;

test('keeps the newest five, and the last one of earlier days', () => {
	const today = [20, 19, 18, 17, 16, 15, 14].map((hour) => at(20, hour));
	const before = [at(19, 9), at(19, 8), at(17, 12), at(3, 1)];
	expect(outdatedSnapshots([...today, ...before])).toEqual([at(20, 15), at(20, 14), at(19, 8)]);
});

test('forgets days beyond the fourteenth', () => {
	const days = Array.from({ length: 20 }, (_, index) => at(20 - index, 12));
	expect(outdatedSnapshots(days)).toEqual(days.slice(14));
});
