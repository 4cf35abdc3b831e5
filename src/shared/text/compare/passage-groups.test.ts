import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageGroups } from './passage-groups.ts';
import { passageRows } from './passage-rows.ts';

const whole = 'Sample passage one tells of paper and ink. It goes on about the boxes that both were kept in.';
const [first = '', second = ''] = whole.split(/(?<=ink\.) /);

/** Groups of passages of two texts, of which these are counterparts. */
function groups(old: string[], other: string[], pairs: [number, number][]) {
	const rows = passageRows({ old: [...old.keys()], new: [...other.keys()] }, pairs);
	const textOf = { old: (at: number) => old[at] ?? '', new: (at: number) => other[at] ?? '' };
	return passageGroups(rows, textOf).map((group) => [group.old, group.new]);
}

test('a passage that was split stands beside its parts, whichever of them is its counterpart', () => {
	for (const counterpart of [0, 1])
		expect(
			groups(
				[whole, 'Else.'],
				[first, second, 'Else.'],
				[
					[0, counterpart],
					[1, 2],
				],
			),
		).toEqual([
			[[0], [0, 1]],
			[[1], [2]],
		]);
});

test('passages that were joined stand beside the one they are now, with words changed too', () => {
	expect(groups([first, second], [whole.replace('boxes', 'chests')], [[1, 0]])).toEqual([[[0, 1], [0]]]);
});

test('what is new or gone stays by itself, also where it has a few of the words', () => {
	const added = 'Sample passage two was put in later and tells of a cellar.';
	expect(groups([whole], [whole, added], [[0, 0]])).toEqual([
		[[0], [0]],
		[[], [1]],
	]);
	// A passage that is repeated is not split: its words are in the old text once.
	expect(groups([first], [first, first], [[0, 0]])).toEqual([
		[[0], [0]],
		[[], [1]],
	]);
});

test('every passage is in one group, in its order', () => {
	const texts = fc.array(fc.constantFrom(whole, first, second, 'Else.', ''), { maxLength: 6 });
	fc.assert(
		fc.property(texts, texts, fc.nat(6), (old, other, count) => {
			const pairs = old.slice(0, Math.min(count, other.length)).map((_, at): [number, number] => [at, at]);
			const found = groups(old, other, pairs);
			expect(found.flatMap(([ordinals]) => ordinals)).toEqual([...old.keys()]);
			expect(found.flatMap(([, ordinals]) => ordinals)).toEqual([...other.keys()]);
		}),
	);
});
