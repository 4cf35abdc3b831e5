import { expect, test } from 'vitest';
import { doubtfulMarks } from './doubtful-marks.ts';

const box = { x: 0, y: 0, width: 0.1, height: 0.1 };
const word = (start: number, end: number, confidence: number) => ({ start, end, confidence, box });

test('words below the threshold are marked, neighbours as one with the least of their confidences', () => {
	const words = [word(0, 5, 96), word(6, 10, 40), word(11, 14, 62), word(15, 20, 90), word(21, 25, 74)];
	const sure = [word(0, 5, 75)];
	const blocks = [
		{ ordinal: 2, page: 1, box, words },
		{ ordinal: 3, page: 1, box, words: sure },
	];
	expect([...doubtfulMarks({ blocks })]).toEqual([
		[
			2,
			[
				{ kind: 'doubtful', start: 6, end: 14, confidence: 40 },
				{ kind: 'doubtful', start: 21, end: 25, confidence: 74 },
			],
		],
	]);
});
