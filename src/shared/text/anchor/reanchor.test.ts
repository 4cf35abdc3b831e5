import { describe, expect, test } from 'vitest';
import { type Anchored, Reanchoring } from './reanchor.ts';
import { type PassageText, TextStream } from './text-stream.ts';

const passages = (...texts: string[]): PassageText[] => texts.map((text, ordinal) => ({ ordinal, text }));

const paragraphs = [
	'Sample passage one tells of paper, ink and the way in which both were kept dry in wooden boxes.',
	'Sample passage two was written later, by another hand, and counts the boxes in the cellar anew.',
	'Sample passage three answers passage two and doubts that anyone ever went down to the cellar.',
	'Sample passage four is about something else entirely: the weather, which was wet all year round.',
];

/** Marks `quote` in the old texts and gives its state and the words it stands on in the new ones. */
function anchor(old: string[], other: string[], quote: string): Anchored & { words: string | null } {
	const stream = new TextStream(passages(...old));
	const start = stream.text.indexOf(quote);
	if (start < 0) throw new Error(`not in the old text: ${quote}`);
	const range = stream.rangeOf({ start, end: start + quote.length });
	const anchored = new Reanchoring(passages(...old), passages(...other)).place(range);
	const span = anchored.range && new TextStream(passages(...other)).spanOf(anchored.range);
	return { ...anchored, words: span && new TextStream(passages(...other)).text.slice(span.start, span.end) };
}

/** The paragraphs with one of them changed. */
function changed(index: number, from: string, to: string): string[] {
	return paragraphs.map((text, at) => (at === index ? text.replace(from, to) : text));
}

describe('placed', () => {
	test('in the same text, with the same offsets', () => {
		const range = { startOrdinal: 1, startOffset: 7, endOrdinal: 2, endOffset: 14 };
		const reanchoring = new Reanchoring(passages(...paragraphs), passages(...paragraphs));
		expect(reanchoring.place(range)).toEqual({ state: 'placed', range, method: 'same-text', score: 1, margin: 1 });
	});

	test('behind passages that came in', () => {
		const other = ['A new sample passage in front.', ...paragraphs];
		const found = anchor(paragraphs, other, 'by another hand');
		expect(found).toMatchObject({ state: 'placed', method: 'exact', words: 'by another hand' });
		expect(found.range?.startOrdinal).toBe(2);
	});

	test('over spelling, quotation marks, dashes, line ends and misread letters', () => {
		const old = ['He said «stay» to the sample clerk - and the clerk recieved the boxes gladly.', ...paragraphs];
		const other = ['He said "stay" to the sam-\nple clerk — and the c1erk received the boxes gladly.', ...paragraphs];
		expect(anchor(old, other, '«stay» to the sample clerk - and the clerk recieved')).toMatchObject({
			state: 'placed',
			method: 'near',
			words: '"stay" to the sam-\nple clerk — and the c1erk received',
		});
	});

	test('over passages that were split or joined', () => {
		const [one = '', two = '', ...rest] = paragraphs;
		expect(anchor(paragraphs, [`${one} ${two}`, ...rest], 'wooden boxes.\nSample passage two')).toMatchObject({
			state: 'placed',
			words: 'wooden boxes. Sample passage two',
		});
		expect(anchor(paragraphs, changed(1, ' by another', '\nby another'), 'later, by another')).toMatchObject({
			state: 'placed',
			words: 'later,\nby another',
		});
	});

	test('on whole characters only', () => {
		const old = ['Sample 😀 passage with cafe\u0301 and 😀 signs in it, long enough.', ...paragraphs];
		const other = ['Sample 😀 passage with café and 😀 signs in it, long enough!', ...paragraphs];
		expect(anchor(old, other, 'cafe\u0301 and 😀')).toMatchObject({ state: 'placed', words: 'café and 😀' });
	});

	test('in scripts without capitals or spaces', () => {
		const georgian = 'ნიმუშის აბზაცი ქაღალდისა და მელნის შესახებ, რომელიც ყუთებში ინახებოდა.';
		const chinese = '样本段落之一讲述纸张和墨水,以及它们如何保存在木箱里面。';
		const other = [georgian.replace('მელნის', 'მელნოს'), chinese, ...paragraphs];
		expect(anchor([georgian, chinese], other, 'და მელნის შესახებ')).toMatchObject({
			state: 'placed',
			words: 'და მელნოს შესახებ',
		});
		expect(anchor([georgian, chinese], other, '纸张和墨水')).toMatchObject({ state: 'placed', words: '纸张和墨水' });
	});
});

describe('moved', () => {
	test('with its passage', () => {
		const [one = '', two = '', three = '', four = ''] = paragraphs;
		expect(anchor(paragraphs, [four, two, three, one], 'ink and the way in which both were kept')).toMatchObject({
			state: 'moved',
			method: 'moved-block',
			words: 'ink and the way in which both were kept',
		});
	});
});

describe('needs review', () => {
	const despatch = (name: string, number: number) =>
		`Sample despatch to ${name}, who is to hand over ${number} boxes of paper without asking why.`;

	test('where a number is another one', () => {
		const old = [...paragraphs, despatch('Keluna', 12)];
		const other = [...paragraphs, despatch('Keluna', 14)];
		expect(anchor(old, other, 'hand over 12 boxes')).toMatchObject({
			state: 'needs-review',
			words: 'hand over 14 boxes',
		});
		expect(anchor(old, other, 'without asking why')).toMatchObject({ state: 'placed' });
	});

	test('where a name is another one, whole or in one letter', () => {
		const old = [...paragraphs, despatch('Keluna', 12)];
		for (const name of ['Vasori', 'Keluno']) {
			const found = anchor(old, [...paragraphs, despatch(name, 12)], 'despatch to Keluna, who');
			expect(found).toMatchObject({ state: 'needs-review', words: `despatch to ${name}, who` });
		}
	});

	test('where a name is another one that a mark only begins to take in', () => {
		const old = [...paragraphs, despatch('Keluna', 12)];
		expect(anchor(old, [...paragraphs, despatch('Kemodo', 12)], 'despatch to Ke')).toMatchObject({
			state: 'needs-review',
		});
	});

	test('where a word came in or went', () => {
		const other = changed(2, 'ever went', 'ever knowingly went');
		expect(anchor(paragraphs, other, 'anyone ever went down')).toMatchObject({ state: 'needs-review' });
		expect(anchor(paragraphs, changed(2, ' doubts that', ' that'), 'and doubts that anyone')).toMatchObject({
			state: 'needs-review',
		});
	});

	test('where one of two equal passages is gone', () => {
		const twice = despatch('Keluna', 12);
		const old = [...paragraphs, twice, twice];
		expect(anchor(old, [...paragraphs, twice], 'hand over 12 boxes').state).toBe('needs-review');
	});
});

describe('unplaced', () => {
	test('where its passage is gone', () => {
		const other = paragraphs.filter((_, at) => at !== 1);
		expect(anchor(paragraphs, other, 'counts the boxes in the cellar anew')).toMatchObject({
			state: 'unplaced',
			range: null,
		});
	});

	test('where its passage is gone and a look-alike stays', () => {
		const despatch = (name: string, number: number) =>
			`Sample despatch to ${name}, who is to hand over ${number} boxes of paper without asking why.`;
		const old = [...paragraphs, despatch('Keluna', 12), despatch('Vasori', 40)];
		const other = [...paragraphs, despatch('Vasori', 40)];
		for (const quote of ['to Keluna, who is to hand over 12', 'Keluna', '12 boxes of paper']) {
			expect(['unplaced', 'needs-review']).toContain(anchor(old, other, quote).state);
		}
		expect(anchor(old, other, 'to Vasori, who is to hand over 40')).toMatchObject({ state: 'placed' });
	});

	test('in a text that has nothing in common, and in none', () => {
		expect(anchor(paragraphs, ['Quite different words.'], 'by another hand').state).toBe('unplaced');
		expect(anchor(paragraphs, [], 'by another hand').state).toBe('unplaced');
	});

	test('for a range that the old text does not have', () => {
		const reanchoring = new Reanchoring(passages(...paragraphs), passages(...paragraphs.slice(1)));
		const range = { startOrdinal: 9, startOffset: 0, endOrdinal: 9, endOffset: 4 };
		expect(reanchoring.place(range)).toMatchObject({ state: 'unplaced', range: null });
	});
});

describe('lineage', () => {
	test('is carried where passages are the same, also moved, split and misread ones', () => {
		const [one = '', two = '', three = '', four = ''] = paragraphs;
		const cut = three.indexOf(' and doubts');
		const other = [four, one.replace('ink', 'lnk'), 'New words.', two, three.slice(0, cut), three.slice(cut + 1)];
		const lineage = new Reanchoring(passages(...paragraphs), passages(...other)).lineage();
		expect([...lineage].sort(([a], [b]) => a - b)).toEqual([
			[0, 3],
			[1, 0],
			[3, 1],
			[5, 2],
		]);
	});
});

describe('an end that slipped', () => {
	const receipts = [
		'Sample receipt. Alfa has handed 14 boxes to Beta on day 3; the boxes are kept at Gamma until they are asked for.',
		'Sample letter of Delta to Epsilon, numbered 77, was copied at Zeta and laid into folder 5 with the others.',
		'Sample receipt. Theta has handed 91 boxes to Iota on day 8; the boxes are kept at Kappa until they are asked for.',
	];
	const [first = '', letter = '', last = ''] = receipts;

	test('is seen where the passages of a mark were parted, and one of them stands by a look-alike of the other', () => {
		const quote = 'until they are asked for.\nSample letter of Delta to Epsilon, numbered 77, was copied at Zeta';
		const other = [first, ...paragraphs.slice(0, 2), last, letter, ...paragraphs.slice(2)];
		expect(anchor([...receipts, ...paragraphs], other, quote).state).toBe('needs-review');
		const together = [...paragraphs.slice(0, 2), ...receipts, ...paragraphs.slice(2)];
		expect(['placed', 'moved']).toContain(anchor([...receipts, ...paragraphs], together, quote).state);
	});

	test('is seen where a look-alike stands in the place of a passage that moved', () => {
		const old = [first, ...paragraphs, letter];
		const other = [last, ...paragraphs, letter, first];
		const found = anchor(old, other, 'are kept at Gamma until they are asked for.');
		expect(found).toMatchObject({ state: 'moved', words: 'are kept at Gamma until they are asked for.' });
		expect(found.range?.startOrdinal).toBe(other.length - 1);
	});

	test('is seen where the few words of its first passage went with their sentence, and a twin has them', () => {
		const letter = (number: number, names: string, place: string, sheets: number) =>
			`Sample letter No. ${number}. On day ${number + 7} ${names}, that at ${place} ${sheets} sheets were received and that nothing else is to be told.`;
		const one = letter(1096, 'Muvaba writes to Ride', 'Tulolo', 9);
		const two = letter(27, 'Dormulin writes to Hartu', 'Tukihar', 667);
		const note = 'Sample note from Bapenari to Linvaba, copied out at Tukihar and laid into a folder.';
		const cut = one.replace(/, that at.*/, ',');
		const twin = two.replace('27', '251');
		const old = [...paragraphs, one, two, note];
		const quote = `told.\n${two}\nSample note from Bapenari`;
		expect(anchor(old, [...paragraphs, cut, twin, two, note], quote).state).toBe('needs-review');
		expect(anchor(old, ['Sample passage zero.', ...paragraphs, one, two, note], quote).state).toBe('placed');
	});

	test('is seen where a digit stands for the space beside a number that ends in a letter now', () => {
		const old = [...paragraphs, 'Sample passage five is found under the number 1715 copied into the folder.'];
		const other = [...paragraphs, 'Sample passage five is found under the number 171D1copied into the folder.'];
		expect(anchor(old, other, 'found under the number 1715 copied into').state).toBe('needs-review');
	});

	test('is seen where a digit more makes another number', () => {
		const other = changed(1, 'in the cellar anew', 'in the cellar anew, 87 all told');
		const old = changed(1, 'in the cellar anew', 'in the cellar anew, 8 all told');
		expect(anchor(old, other, 'boxes in the cellar anew, 8').state).toBe('needs-review');
	});

	test('is none where only a space beside the mark was not read', () => {
		const other = changed(2, 'passage two and doubts', 'passage twoand doubts');
		expect(anchor(paragraphs, other, 'and doubts that anyone')).toMatchObject({
			state: 'placed',
			words: 'and doubts that anyone',
		});
	});
});

describe('look-alikes of one mould', () => {
	const receipts = [
		'Sample receipt. Alfana has handed 14 boxes to Betuna on day 30; the boxes are kept at Gammaro until they are asked for.',
		'Sample receipt. Thetamo has handed 91 boxes to Iotaru on day 8; the boxes are kept at Kappalin until they are asked for.',
		'Sample receipt. Lambdel has handed 553 boxes to Omegado on day 270; the boxes are kept at Sigmari until they are asked for.',
	];
	const [first = '', second = '', third = ''] = receipts;

	test('are told by their names and numbers, though the right one is the one that was misread', () => {
		const misread = second.replace('handed', 'hauded').replace('boxes are', 'b0xes arc').replace('receipt', 'reccipt');
		const twin = second.replace('Thetamo', 'Delzeri').replace('91', '640');
		const old = [...paragraphs, second, ...paragraphs];
		for (const [at, other] of [
			[paragraphs.length, [...paragraphs, misread, twin, ...paragraphs]],
			[paragraphs.length + 1, [...paragraphs, twin, misread, ...paragraphs]],
		] as [number, string[]][]) {
			const found = anchor(old, other, 'the boxes are kept at Kappalin');
			expect(found).toMatchObject({ state: 'placed', words: 'the b0xes arc kept at Kappalin' });
			expect(found.range?.startOrdinal).toBe(at);
		}
	});

	test('are found where they went by their names and numbers, though not twelve letters in a row are as they were', () => {
		const noisy = (text: string) => text.replace(/[a-z]/g, (letter, at: number) => (at % 11 === 5 ? 'x' : letter));
		const old = [first, second, third, ...paragraphs];
		const other = [first, third, ...paragraphs, second].map(noisy);
		const found = anchor(old, other, 'boxes are kept at Kappalin until');
		expect(found.state).toBe('moved');
		expect(found.range?.startOrdinal).toBe(other.length - 1);
		const changed = [...other.slice(0, -1), noisy(second.replace('91', '64'))];
		expect(anchor(old, changed, 'boxes are kept at Kappalin until').state).not.toBe('moved');
	});

	test('are others where a number further off is another one', () => {
		const old = [...paragraphs, second];
		const other = [third.replace('Sigmari', 'Kappalin'), ...paragraphs];
		expect(['needs-review', 'unplaced']).toContain(anchor(old, other, 'Kappalin until they').state);
	});
});

describe('in a text full of misread letters', () => {
	/** About one letter in ten. */
	const misread = (text: string) => text.replaceAll('e', 'c').replaceAll('w', 'vv');

	test('a digit that a letter was read for brings no number, another one does', () => {
		const old = [...paragraphs, 'Sample passage five says either this o that, and nothing else at all of it.'];
		const place = (letter: string) =>
			anchor(
				old,
				old.map(misread).map((text) => text.replace(' o ', ` ${letter} `)),
				'either this o that',
			);
		expect(place('0')).toMatchObject({ state: 'placed', words: 'cithcr this 0 that' });
		expect(place('7').state).toBe('needs-review');
	});

	test('one letter of the next passage may be misread too', () => {
		const other = paragraphs.map(misread).map((text, at) => (at === 3 ? text.replace('S', '5') : text));
		expect(anchor(paragraphs, other, 'down to the cellar.\nS')).toMatchObject({
			state: 'placed',
			words: 'dovvn to thc ccllar.\n5',
		});
	});

	test('a dozen letters that misreading made the same elsewhere do not take the passage there', () => {
		const everySixth = (text: string) => text.replaceAll(/(.{5})[a-z]/g, '$1x');
		const five = 'Passage five sat where the brown dog ran, so 807 is told by all of them anew.';
		const six = 'Boxes were also kept near the brown hog ran, as nobody doubted at that time.';
		const other = [...paragraphs.map(misread), everySixth(five).replace('807', '803'), six.replace('hog', 'dog')];
		expect(anchor([...paragraphs, five, six], other, 'told by all of them').state).toBe('placed');
	});
});
