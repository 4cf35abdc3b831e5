import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Knowledge } from './knowledge.ts';
import { mergeRow, type RowChange, type Values } from './row-history.ts';

const [one, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const clock = (time: number, replica: string | undefined) => `${time.toString(16).padStart(12, '0')}-0000-${replica}`;
const change = (time: number, replica: string | undefined, before: Values | null, after: Values): RowChange => ({
	...{ stepId: `step ${time}`, clock: clock(time, replica), before, after },
});
const made = change(1, one, null, { body: 'as it was', purpose: 'note' });
/** The other one has a copy of what was made, and nothing else. */
const knowledge = new Knowledge([
	{ replicaId: other ?? '', clock: clock(1, other), knownReplicaId: one ?? '', knownClock: clock(1, one) },
]);
const merged = (...changes: RowChange[]) => mergeRow('annotations', [made, ...changes], knowledge);

describe('a row that was changed in two copies', () => {
	test('keeps what each changed in another column', () => {
		const row = merged(
			change(2, one, { body: 'as it was' }, { body: 'new' }),
			change(3, other, { purpose: 'note' }, { purpose: 'claim' }),
		);
		expect(row).toMatchObject({ values: { body: 'new', purpose: 'claim' }, rivals: [], revision: 3 });
	});

	test('has the later wording and keeps the other beside it, whatever the clocks say', () => {
		const row = merged(
			change(900, one, { body: 'as it was' }, { body: 'at home' }),
			change(3, other, { body: 'as it was' }, { body: 'in the field' }),
		);
		expect(row?.values.body).toBe('at home');
		expect(row?.rivals).toMatchObject([{ column: 'body', wording: 'in the field' }]);
	});

	test('takes the wording of the one who changed something, where the other went back', () => {
		const row = merged(
			change(4, one, { body: 'as it was' }, { body: 'tried' }),
			change(5, one, { body: 'tried' }, { body: 'as it was' }),
			change(3, other, { body: 'as it was' }, { body: 'in the field' }),
		);
		expect(row).toMatchObject({ values: { body: 'in the field' }, rivals: [] });
	});

	test('keeps the same wordings beside each other whichever copies meet first', () => {
		const replicas = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
		const [home = ''] = replicas;
		const madeAndReworded = (reworded: string[]) =>
			['alpha', ...reworded].map((body, at) => change(at + 1, home, at === 0 ? null : {}, { body }));
		const words = fc.constantFrom('alpha', 'beta', 'gamma');
		// Few words and close times, so that the same words come about in several copies.
		const copies = fc.array(fc.uniqueArray(fc.tuple(fc.nat(20), words), { maxLength: 3, selector: ([time]) => time }), {
			minLength: 3,
			maxLength: 3,
		});
		fc.assert(
			fc.property(fc.array(words, { maxLength: 2 }), copies, (reworded, writings) => {
				const base = madeAndReworded(reworded);
				const known = new Knowledge(
					replicas.slice(1).map((replicaId) => ({
						...{ replicaId, clock: clock(0, replicaId) },
						...{ knownReplicaId: home, knownClock: clock(base.length, home) },
					})),
				);
				const own = writings.map((list, at) =>
					list.map(([time, body]) => change(time + 9, replicas[at], {}, { body })),
				);
				const rivalsOf = (met: RowChange[][]) =>
					(mergeRow('annotations', [...base, ...met.flat()], known)?.rivals ?? []).map(({ wording }) => wording).sort();
				const whole = rivalsOf(own);
				for (const pair of [0, 1, 2].map((left) => own.filter((_, at) => at !== left)))
					expect(whole).toEqual(expect.arrayContaining(rivalsOf(pair)));
			}),
			{ numRuns: 2000 },
		);
	});

	test('stays where one deleted it who had not seen that the other wrote in it', () => {
		const deletion = change(9, one, { deleted_clock: null }, { deleted_clock: clock(8, one) });
		expect(merged(deletion)?.deletedClock).toBe(clock(8, one));
		expect(merged(deletion, change(3, other, { body: 'as it was' }, { body: 'mine' }))?.deletedClock).toBe(null);
		expect(merged(deletion, change(3, one, { body: 'as it was' }, { body: 'mine' }))?.deletedClock).toBe(clock(8, one));
	});

	test('is none as long as nobody made it', () => {
		expect(mergeRow('annotations', [change(3, other, { body: 'a' }, { body: 'b' })], knowledge)).toBe(null);
	});
});
