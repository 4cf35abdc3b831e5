import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import type { Given } from './courses.ts';

export interface Score {
	right: number;
	judged: number;
}

/**
 * How many passages of both texts stand beside exactly those that say the same, no more and no less; beside nothing where
 * nothing does. Passages of sections in which it is not known are not judged.
 */
export function scoreOf(
	first: readonly Given[],
	second: readonly Given[],
	groups: readonly ParallelGroup[],
	isJudged: (key: string) => boolean,
): Score {
	const score = { right: 0, judged: 0 };
	const judge = (given: readonly Given[], others: readonly Given[], side: 'first' | 'second') => {
		const otherSide = side === 'first' ? 'second' : 'first';
		const found = new Map(groups.flatMap((group) => group[side].map((at) => [at, group[otherSide]] as const)));
		const places = placesOf(others);
		given.forEach(({ keys }, at) => {
			if (!keys.every(isJudged)) return;
			const wanted = [...new Set(keys.flatMap((key) => places.get(key) ?? []))].sort((a, b) => a - b);
			score.judged += 1;
			if (wanted.join() === (found.get(at) ?? []).join()) score.right += 1;
		});
	};
	judge(first, second, 'first');
	judge(second, first, 'second');
	return score;
}

function placesOf(given: readonly Given[]): Map<string, number[]> {
	const places = new Map<string, number[]>();
	given.forEach(({ keys }, at) => {
		for (const key of keys) places.set(key, [...(places.get(key) ?? []), at]);
	});
	return places;
}
