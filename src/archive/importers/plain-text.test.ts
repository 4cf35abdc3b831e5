import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, numberBlocks } from '#shared/domain/block.ts';
import { plainTextImporter, readPlainText } from './plain-text.ts';
import { sharedData } from './test-processes/outside-data.ts';

const long = 'Alpha beta gamma, sample letter seven, and more words of no meaning until the line is long enough.';
const armenianLong = 'Ալֆա բետա գամմա, նմուշ նամակ համար յոթ, և էլի բառեր առանց իմաստի, մինչև տողը բավական երկար լինի։';

function shapes(text: string): string[] {
	return readPlainText(text).blocks.map(({ kind }) => kind);
}

function withoutSpace(text: string): string {
	return text.replaceAll(/\s/g, '');
}

describe('titles and headings', () => {
	test('a repeated title is one title; headings stand over text', () => {
		const text = `Sample Report: Alpha\n\nSample Report: Alpha\n\n\n${long}\n\n\nWhat Alpha is\n\n${long}\n\n${long} \n`;
		const { title, blocks } = readPlainText(text);
		expect(title).toBe('Sample Report: Alpha');
		expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'heading', 'paragraph', 'paragraph']);
		expect(blocks[2]).toEqual({ kind: 'heading', text: 'What Alpha is', level: 2 });
		expect(numberBlocks(blocks)).toEqual([null, 1, null, 2, 3]);
	});

	test('in Armenian and Russian too', () => {
		expect(shapes(`Նմուշ վերնագիր\n\n${armenianLong}\n\n«Ալֆա» և բետա\n\n${armenianLong}`)).toEqual([
			'title',
			'paragraph',
			'heading',
			'paragraph',
		]);
		expect(shapes(`Образец «Альфа»\n\n${long}`)).toEqual(['title', 'paragraph']);
	});

	test.each([
		'Alpha beta gamma.',
		'Ալֆա բետա գամմա։',
		'«Ալֆա բետա գամմա։»',
		'Dear Alpha,',
		'alpha beta',
		'Sample town, 14 May 1919',
		'* * *',
		'12',
	])('%s is no heading', (line) => {
		expect(shapes(`${long}\n\n${line}\n\n${long}`)).toEqual(['paragraph', 'paragraph', 'paragraph']);
	});

	test('the last line of a text, and lines in a row, are no headings', () => {
		expect(shapes(`${long}\n\nAlpha Beta\n\nGamma Delta`)).toEqual(['paragraph', 'paragraph', 'paragraph']);
	});

	test('a single line is not only a title', () => {
		expect(shapes('Alpha beta')).toEqual(['paragraph']);
	});
});

describe('paragraphs', () => {
	const wrapped = [
		'Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda',
		'mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega and',
		'alpha again, beta again, gamma again.',
	];

	test('lines as long as the page are wrapped; they keep their breaks', () => {
		expect(readPlainText(wrapped.join('\r\n')).blocks).toEqual([
			{ kind: 'paragraph', text: wrapped.join('\n'), wrapped: true },
		]);
	});

	test('short lines of their own length are not', () => {
		const verse = 'Alpha beta gamma,\nsample of a verse,\nline three';
		expect(readPlainText(verse).blocks).toEqual([{ kind: 'paragraph', text: verse }]);
	});

	test('long lines without blank ones between are a paragraph each', () => {
		expect(shapes([long, long, long].map((line) => line.repeat(2)).join('\n'))).toEqual([
			'paragraph',
			'paragraph',
			'paragraph',
		]);
	});

	test('typescript without blank lines is divided where a line is indented', () => {
		const typed = [...wrapped.slice(0, 2), ...wrapped.slice(0, 2), ...wrapped.slice(0, 2)];
		typed[2] = `    ${typed[2]?.slice(0, 56)}`;
		expect(readPlainText(typed.join('\n')).blocks.map(({ text }) => text.split('\n').length)).toEqual([2, 4]);
	});

	test('a log of many lines is many paragraphs', () => {
		const log = Array.from({ length: 60 }, (_, at) => `alpha ${at}.`).join('\n');
		expect(readPlainText(log).blocks).toHaveLength(60);
	});

	test('columns keep their layout', () => {
		const table = 'alpha     1    2\nbeta      3    4\ngamma    55    6';
		expect(readPlainText(table).blocks).toEqual([{ kind: 'preformatted', text: table }]);
	});

	test('a form feed at the edge of a line begins a page', () => {
		expect(shapes(`${long}\n\f${long}\f\n${long}`)).toEqual([
			'paragraph',
			'page-break',
			'paragraph',
			'page-break',
			'paragraph',
		]);
	});
});

describe('lists', () => {
	test.each([
		['- alpha\n- beta', ['-', '-']],
		['• alpha\n• beta', ['•', '•']],
		['1. alpha\n2. beta', ['1.', '2.']],
		['а) альфа\nб) бета', ['а)', 'б)']],
		['(1) alpha\n\n(2) beta', ['(1)', '(2)']],
	])('%j', (text, markers) => {
		const { blocks } = readPlainText(text);
		expect(blocks.map(({ kind, marker }) => [kind, marker])).toEqual(markers.map((marker) => ['item', marker]));
	});

	test('items run on over lines and nest by indentation', () => {
		const text = '1. alpha\n   and more\n   - beta\n   - gamma\n2. delta';
		expect(readPlainText(text).blocks).toEqual([
			{ kind: 'item', text: 'alpha\nand more', level: 1, marker: '1.', wrapped: true },
			{ kind: 'item', text: 'beta', level: 2, marker: '-' },
			{ kind: 'item', text: 'gamma', level: 2, marker: '-' },
			{ kind: 'item', text: 'delta', level: 1, marker: '2.' },
		]);
	});

	test.each(['- 5 degrees, alpha beta.', 'A. Beta wrote a sample letter.', '— Альфа, бета.\n— Гамма, дельта.'])(
		'%j is none',
		(text) => {
			expect(readPlainText(text).blocks).toEqual([{ kind: 'paragraph', text }]);
		},
	);
});

describe('nothing is lost', () => {
	const line = fc.oneof(
		fc.constantFrom('', '', '\f', '- alpha', '1. beta', '   gamma', 'Alpha Beta', long, 'ա) բետա։'),
		fc.string({ unit: 'binary', maxLength: 60 }),
	);

	test('every character that is no white space is in one block, in order', () => {
		fc.assert(
			fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
				const text = lines.join(end);
				const { title, blocks } = readPlainText(text);
				const read = withoutSpace(blocks.map((block) => `${block.marker ?? ''}${block.text}`).join(''));
				const isTitleRepeated = read.length + withoutSpace(title).length === withoutSpace(text).length;
				expect(isTitleRepeated ? withoutSpace(title) + read : read).toBe(withoutSpace(text));
			}),
			{ numRuns: 500 },
		);
	});

	test('naughty strings survive as they are', async ({ annotate }) => {
		const path = sharedData('fixtures/blns/blns.json');
		if (path === null) {
			await annotate('outside data missing: fixtures/blns');
			return;
		}
		const strings: string[] = JSON.parse(readFileSync(path, 'utf8'));
		const lines = strings.map((string) => `Alpha ${string} omega`).filter((text) => !/[\r\n]/.test(text));
		expect(lines.length).toBeGreaterThan(400);
		expect(readPlainText(lines.join('\n\n')).blocks.map(({ text }) => text)).toEqual(lines);
	});
});

test('the report is read into the paragraphs that are cited', async ({ annotate }) => {
	const path = sharedData('corpus/report.txt');
	if (path === null) {
		await annotate('outside data missing: corpus/report.txt');
		return;
	}
	const { blocks, language, parameters, title } = plainTextImporter.read(readFileSync(path), {
		fileName: 'report.txt',
	});
	const paragraphs = (count: number): Block['kind'][] => new Array(count).fill('paragraph');
	expect(blocks.map(({ kind }) => kind)).toEqual(['title', ...paragraphs(2), 'heading', ...paragraphs(10)]);
	expect(numberBlocks(blocks).filter((number) => number !== null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
	expect(title).toBe(blocks[0]?.text);
	expect({ language, ...parameters }).toEqual({ language: 'en', encoding: 'utf-8', encodingFoundBy: 'utf-8' });
});

test('a text without a title is called after its file', () => {
	expect(plainTextImporter.read(Buffer.from(long), { fileName: 'box 7/sample.letter.txt' }).title).toBe(
		'sample.letter',
	);
});
