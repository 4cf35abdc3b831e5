import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Mark } from '../domain/block.ts';
import { rowsOfText, withoutQuoted, writeRows } from './numbered-text.ts';
import { readRows } from './read-sheet.ts';
import { readLabels, type SheetRow, sheetRows } from './sheet-rows.ts';
import { rowsOfBlocks } from './sheet-table.ts';
import type { WrittenRow } from './written-row.ts';

const rowsOf = (texts: readonly string[]): SheetRow[] =>
	texts.map((text, at) => ({ label: String(at + 1), ordinal: at * 2, text }));
const row = (label: string, text: string, original = ''): WrittenRow => ({ label, original, text, marks: [] });
const read = (written: readonly WrittenRow[], rows: readonly SheetRow[]) => {
	const { texts, pointing: _pointing, ...rest } = readRows(written, rows);
	return { texts: [...texts].map(([ordinal, { text }]) => [ordinal, text]), ...rest };
};

describe('numbers', () => {
	test('are unlike in one text, whatever is not counted in it', () => {
		const kinds = fc.constantFrom<Block['kind']>('title', 'heading', 'paragraph', 'cell', 'rule');
		fc.assert(
			fc.property(fc.array(fc.tuple(kinds, fc.boolean()), { maxLength: 200 }), (all) => {
				let number = 0;
				const blocks = all.map(([kind, isCounted], ordinal) => ({
					...{ kind, ordinal, text: kind === 'rule' ? '' : 'x' },
					number: isCounted && kind !== 'rule' ? ++number : null,
				}));
				const labels = sheetRows(blocks).map(({ label }) => label);
				expect(new Set(labels).size).toBe(labels.length);
				expect(labels.map((label) => readLabels(label))).toEqual(labels.map((label) => [label]));
			}),
		);
	});

	test.each([
		['[12]', ['12']],
		[' 12. ', ['12']],
		['¶ 12a', ['12a']],
		['12а', ['12a']],
		['１２', ['12']],
		['١٢', ['12']],
		['012', ['12']],
		['12\n13', ['12', '13']],
		['12, 13a', ['12', '13a']],
		['twelve', []],
		['12 boxes', []],
		['', []],
	])('%j is read as %j', (written, labels) => expect(readLabels(written)).toEqual(labels));
});

describe('rows that come home', () => {
	const rows = rowsOf(['Alpha', 'Beta', 'Gamma', 'Alpha']);

	test('by their numbers, in any order, with blanks', () => {
		const written = [row('3', 'В'), row('1', 'А'), row('4', ''), row('2', ' ')];
		expect(read(written, rows).texts.toSorted()).toEqual([
			[0, 'А'],
			[4, 'В'],
		]);
	});
	test('a damaged or mistyped number is mended by the words beside it, if these are one passage’s alone', () => {
		expect(read([row('?', 'Б', 'Beta'), row('?', 'А', 'Alpha')], rows)).toMatchObject({
			texts: [[2, 'Б']],
			stray: [{ label: '?', text: 'А' }],
		});
		expect(read([row('3', 'Б', ' “Beta” '.replace(/[“”]/g, ''))], rows).texts).toEqual([[2, 'Б']]);
		// Words that the translator changed speak for no other passage.
		expect(read([row('3', 'В', 'Gamma, corrected')], rows).texts).toEqual([[4, 'В']]);
	});
	test('a number that is not there is told with its words', () => {
		expect(read([row('7', 'Ничьё')], rows)).toMatchObject({ texts: [], stray: [{ label: '7', text: 'Ничьё' }] });
		expect(read([row('2 7', 'Ничьё')], rows).stray).toHaveLength(1);
	});
	test('twice the same number: both wordings stay', () => {
		expect(read([row('1', 'А'), row('1', 'Б'), row('2', 'В'), row('2', 'В')], rows)).toMatchObject({
			texts: [
				[0, 'А\nБ'],
				[2, 'В'],
			],
			repeated: ['1'],
		});
	});
	test('joined cells are parted by their paragraphs, or stand for all of them', () => {
		expect(read([row('1\n2', 'А\nБ')], rows)).toMatchObject({
			texts: [
				[0, 'А'],
				[2, 'Б'],
			],
			joined: [],
		});
		const { texts, joined } = readRows([row('1 2', 'А и Б')], rows);
		expect(joined).toEqual([['1', '2']]);
		expect(texts.get(0)).toEqual({ text: 'А и Б', marks: [], joined: [2] });
	});
	test('nothing that was written is lost, whatever became of the rows', () => {
		const label = fc.oneof(
			fc.integer({ min: 0, max: 9 }).map(String),
			fc.constantFrom('', '?', '1 2', '2, 9', '[3]', 'x'),
		);
		const words = fc.constantFrom('', ' ', 'Слово', 'Два слова', 'Строка\nи другая');
		const original = fc.constantFrom('', 'Alpha', 'Beta', 'beta ', 'Other');
		fc.assert(
			fc.property(fc.array(fc.tuple(label, words, original), { maxLength: 12 }), (all) => {
				const numbered = all.map(([one, text, words], at) => row(one, text.trim() ? `${text} ${at}` : text, words));
				const { texts, stray } = readRows(numbered, rows);
				const found = [...[...texts.values()].map(({ text }) => text), ...stray.map(({ text }) => text)].join('\n');
				const lines = numbered.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '');
				for (const line of lines) expect(found).toContain(line.trim());
			}),
		);
	});
});

test('numbered text is read as it was written, whatever its passages look like', () => {
	const piece = fc.constantFrom(
		'слово',
		'[3]',
		'[12a] x',
		'\\',
		'\\[1]',
		'\\ \\[1]',
		' ',
		'\n',
		'# ',
		'> ',
		'>',
		'[illegible]',
		'a',
	);
	const text = fc.array(piece, { maxLength: 6 }).map((pieces) =>
		pieces
			.join('')
			.split('\n')
			.map((line) => line.trimEnd())
			.join('\n')
			.trim(),
	);
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
			const rows = rowsOf(texts.map((_, at) => `original ${at}`));
			const written = writeRows(rows, (ordinal) => texts[ordinal / 2]);
			expect(rowsOfText(written).map((each) => each.text)).toEqual(texts);
			const quoting = rows.map((each, at) => `> original ${at}\n${writeRows([each], () => texts[at])}`).join('\n');
			expect(rowsOfText(withoutQuoted(quoting, rows)).map((each) => each.text)).toEqual(texts);
		}),
	);
});

describe('a table as an importer read it', () => {
	const rows = rowsOf(['Alpha one.', 'Beta\ntwo.', '3', 'Delta.']);
	const cell = (row: number, column: number, text: string): Block => ({
		...{ kind: 'cell', text, cell: { table: 0, row, column } },
	});
	const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

	test('by the column whose head names the language, wherever it is', () => {
		const blocks = [
			...[cell(0, 0, 'No.'), cell(0, 1, 'English'), cell(0, 2, 'Translation: Russian [ru]'), cell(0, 3, 'Remarks')],
			...[cell(1, 0, '2'), cell(1, 1, 'Beta two.'), cell(1, 2, 'Бета'), cell(1, 3, 'unsure')],
			...[cell(2, 0, '1'), cell(2, 1, 'Alpha one.')],
		];
		const written = rowsOfBlocks(blocks, rows, 'ru');
		expect(read(written, rows)).toMatchObject({ texts: [[2, 'Бета']], stray: [] });
	});
	test('laid flat, where cells have paragraphs: a row begins where a number stands before its passage', () => {
		const lines = [
			...['Please translate', 'No.', 'English', 'Translation: Russian [ru]'],
			...['1', 'Alpha one.', 'Альфа', 'один'],
			...['2', 'Beta', 'two.'],
			...['3', '3', '3'],
			...['4', 'Delta.', 'Дельта'],
		];
		const written = rowsOfBlocks(lines.map(paragraph), rows, 'ru');
		expect(read(written, rows)).toMatchObject({
			texts: [
				[0, 'Альфа\nодин'],
				[4, '3'],
				[6, 'Дельта'],
			],
			stray: [],
		});
	});
	test('a translation may end with what the head of its column says', () => {
		const blocks = [
			...[cell(0, 0, 'No.'), cell(0, 1, 'English'), cell(0, 2, 'Russian [ru-RU]')],
			...[cell(1, 0, '1'), cell(1, 1, 'Alpha one.'), cell(1, 2, 'Статья [ru]')],
		];
		for (const language of ['ru', 'ru-RU', 'ru-RU-x-sample']) {
			const found = read(rowsOfBlocks(blocks, rows, language), rows);
			expect(found).toMatchObject({ texts: [[0, 'Статья [ru]']], stray: [] });
		}
	});
	test('has as many cells as there are', () => {
		const blocks = Array.from({ length: 150_000 }, (_, at) => cell(at, 0, 'x'));
		expect(rowsOfBlocks(blocks, rows, 'ru')).toHaveLength(150_000);
	});

	describe('laid flat', () => {
		const passages = rowsOf(['Alpha one.', 'Beta two.', 'Gamma three.', 'Delta four.']);
		const readFlat = (...lines: string[]) => {
			const blocks = ['No.', 'English', 'Translation: Russian [ru]', ...lines].map(paragraph);
			const written = rowsOfBlocks(blocks, passages, 'ru');
			return { ...read(written, passages), texts: readRows(written, passages).texts };
		};
		const text = (words: string, joined: number[] = []) => ({ text: words, marks: [], joined });

		test('rows that were merged are one, whether their numbers are in one line or in two', () => {
			for (const numbers of [['2', '3'], ['2, 3']]) {
				const { texts, stray, joined } = readFlat(
					...['1', 'Alpha one.', 'Альфа'],
					...[...numbers, 'Beta two.', 'Gamma three.', 'Бета и гамма'],
					...['4', 'Delta four.', 'Дельта'],
				);
				expect(texts).toEqual(
					new Map([
						[0, text('Альфа')],
						[2, text('Бета и гамма', [4])],
						[6, text('Дельта')],
					]),
				);
				expect({ stray, joined }).toEqual({ stray: [], joined: [['2', '3']] });
			}
		});
		test('a passage that the translator corrected is told apart from its translation', () => {
			for (const at of [0, 1, 2, 3]) {
				const words = passages.map((each) => each.text);
				words[at] = (words[at] ?? '').replace('.', '!');
				const { texts, stray } = readFlat(
					...words.flatMap((original, index) => [String(index + 1), original, `Перевод ${index}`]),
				);
				expect([...texts.values()].map((each) => each.text)).toEqual([0, 1, 2, 3].map((each) => `Перевод ${each}`));
				expect(stray).toEqual([]);
			}
		});
		test('a passage of many lines that was corrected is told apart to its end, with rows behind it', () => {
			const verses = Array.from({ length: 150 }, (_, at) => `Sample verse number ${at} of many`);
			const long = rowsOf([verses.join('\n'), 'Beta two.']);
			const written = rowsOfBlocks(
				[
					...['[ru]', '1', ...verses.with(3, 'Sample verse of number three'), 'Перевод', 'стихов'],
					...['2', 'Beta two.', 'Бета'],
				].map(paragraph),
				long,
				'ru',
			);
			expect(read(written, long)).toMatchObject({
				texts: [
					[0, 'Перевод\nстихов'],
					[2, 'Бета'],
				],
				stray: [],
			});
		});
		test('a row whose number was damaged is known by its words', () => {
			const { texts, stray } = readFlat(
				...['1', 'Alpha one.', 'Альфа'],
				...['Z2', 'Beta two.', 'Бета'],
				...['Gamma three.', 'Гамма'],
			);
			expect([...texts.values()].map((each) => each.text)).toEqual(['Альфа', 'Бета', 'Гамма']);
			expect(stray).toEqual([]);
		});
		test('what is before all rows, and what has another original, is told and is in no translation', () => {
			const { texts, stray } = readFlat('Лишнее', '1', 'Alpha one.', 'Альфа', '2', 'Something else', 'Иное');
			expect([...texts]).toEqual([[0, text('Альфа')]]);
			expect(stray).toEqual([
				{ label: '', text: 'Лишнее' },
				{ label: '2', text: 'Something else\nИное' },
			]);
		});
		test('nothing that was written is lost, whichever lines there are', () => {
			const line = fc.constantFrom(
				...['1', '2', '3', '2, 3', '9', 'Alpha one.', 'Beta two', 'Gamma three.', 'Слово', 'Other words'],
			);
			fc.assert(
				fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
					const unlike = lines.map((each, at) => (each === 'Слово' ? `Слово ${at};` : each));
					const { texts, stray } = readFlat(...unlike);
					const found = [...texts.values(), ...stray].map((each) => each.text).join('\n');
					for (const each of unlike) if (each.startsWith('Слово')) expect(found).toContain(each);
				}),
			);
		});
	});
});

test('only what is quoted before its number is the original; a quotation in a translation stays', () => {
	const rows = rowsOf(['Alpha', 'Beta\ntwo']);
	const text = '> Title\nTask\n> Alpha\n[1] А\n> цитата\nдалее\n> ещё\n> Beta\n> two\n[2] Б\n> конец';
	expect(rowsOfText(withoutQuoted(text, rows)).map((each) => each.text)).toEqual([
		'А\n> цитата\nдалее\n> ещё',
		'Б\n> конец',
	]);
	const read = (written: string) => rowsOfText(withoutQuoted(written, rows)).map((each) => each.text);
	// Somebody took the originals out as they went; a corrected one is one still, and so is that of a mistaken number.
	expect(read('[1] А\n> строка стихов\n[2] Б')).toEqual(['А\n> строка стихов', 'Б']);
	expect(read('> Alpha\n[1] А\n> Beta\n> twoo\n[2] Б')).toEqual(['А', 'Б']);
	expect(read('> Alpha\n[1] А\n> Beta\n> two\n[22] Б')).toEqual(['А', 'Б']);
});

test('a file of quoted lines alone is read at once', () => {
	const text = `${'> x\n'.repeat(100_000)}[1] А`;
	expect(rowsOfText(withoutQuoted(text, rowsOf(['Alpha']))).map((each) => each.text)).toEqual(['А']);
});

describe('a file that was made to harm is read through in its length', () => {
	const many = 10_000;

	test('one number in every row, one cell of many paragraphs, and rows that are joined with all others', () => {
		const rows = rowsOf(Array.from({ length: many }, () => '0'));
		const bold: Mark = { kind: 'strong', start: 0, end: 1 };
		const repeated = Array.from({ length: many }, (_, at) => ({
			...{ label: `1 ${at + 2}`, original: '', text: `t${at}`, marks: [bold] },
		}));
		const { texts, joined } = readRows(repeated, rows);
		expect(texts.get(0)?.marks).toHaveLength(joined.length);
		expect(texts.get(0)?.joined).toHaveLength(joined.length);
		const cell = (column: number, text: string): Block => ({ kind: 'cell', text, cell: { table: 0, row: 0, column } });
		const blocks = [cell(0, '1'), ...Array.from({ length: many }, () => cell(1, 'a'))];
		expect(rowsOfBlocks(blocks, rows, 'ru')[0]?.text).toHaveLength(2 * many - 1);
	});

	test('references to one passage from all others, each of them long, in every row', () => {
		const rows = rowsOf([
			...Array.from({ length: 100 }, (_, at) => `${at} ${'words «of» a sample '.repeat(2000)}`),
			'Z',
		]);
		const label = rows
			.slice(0, -1)
			.map((each) => each.label)
			.join(' ');
		const { pointing } = readRows(
			Array.from({ length: 1000 }, () => row(label, '→ 101')),
			rows,
		);
		expect(pointing.size).toBe(100);
	});

	test('a changed passage letter by letter', () => {
		const letters = `${'a b '.repeat(10 * many)}c`;
		const rows = rowsOf([letters, 'Beta two.']);
		const line = (text: string): Block => ({ kind: 'paragraph', text });
		const spelled = ['b', ...letters.split(' ')].map(line);
		const [first] = rowsOfBlocks([line('[ru]'), line('1'), ...spelled, line('Слово')], rows, 'ru');
		expect(first).toMatchObject({ text: 'Слово', label: '1' });
	});

	test('a long passage letter by letter, and nothing but numbers', () => {
		const letters = 'sample words '.repeat(many / 10).trim();
		const rows = [...rowsOf(Array.from({ length: 200 }, () => letters)), ...rowsOf(['Alpha'])];
		const line = (text: string): Block => ({ kind: 'paragraph', text });
		const spelled = [...letters.replaceAll(' ', '')].map(line);
		const numbers = Array.from({ length: many }, (_, at) => line(String((at % 200) + 1)));
		expect(rowsOfBlocks([line('[ru]'), line('1'), ...spelled, ...numbers], rows, 'ru').length).toBeGreaterThan(0);
	});
});
