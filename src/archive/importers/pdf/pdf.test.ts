import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { column, type PdfLine, writePdf } from '#archive/testing/test-pdf.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { Extraction } from '../importer.ts';
import { readDocument } from '../registry.ts';
import { sharedData } from '../test-processes/outside-data.ts';

const read = (bytes: Uint8Array, fileName = 'letters.pdf') => readDocument(bytes, { fileName });

async function blocksOf(...pages: PdfLine[][]) {
	const { blocks } = await read(writePdf(pages));
	return blocks.map(({ kind, text }) => [kind, text]);
}

/** A paragraph in lines about as wide as the column they stand in. */
const filler = (name: string, count: number) =>
	Array.from({ length: count }, (_, at) => {
		const [first, end] = [at === 0 ? name : name.toLowerCase(), at === count - 1 ? '.' : ''];
		return `${first} ${'abcdefghij'[at]}ord after word and word after words${end}`;
	});

test('lines are joined to paragraphs, which leading and indentation separate', async () => {
	expect(
		await blocksOf([
			...column(['alpha beta gamma delta epsilon zeta', 'eta theta iota kappa lambda mu nu', 'xi omicron.'], {
				y: 700,
			}),
			...column(['Pi rho sigma tau upsilon phi chi psi', 'omega alpha beta gamma delta eps.'], { y: 640 }),
			{ text: 'Zeta eta theta iota kappa lambda', x: 92, y: 612 },
			{ text: 'mu nu xi omicron pi rho sigma tau.', x: 72, y: 598 },
		]),
	).toEqual([
		['paragraph', 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron.'],
		['paragraph', 'Pi rho sigma tau upsilon phi chi psi omega alpha beta gamma delta eps.'],
		['paragraph', 'Zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau.'],
	]);
});

test('a hyphen that only broke a word goes, one that belongs to it stays', async () => {
	const [[, text]] = (await blocksOf(
		column(['alpha beta gamma delta epsi-', 'lon and zeta-eta and theta zeta-', 'eta iota kappa lambda mu nu xi']),
	)) as [[string, string]];
	expect(text).toBe('alpha beta gamma delta epsilon and zeta-eta and theta zeta-eta iota kappa lambda mu nu xi');
});

test('heads, feet and page numbers go, and a sentence runs on over the page', async () => {
	const page = (number: number, lines: string[]) => [
		{ text: 'Papers of the Alpha committee', x: 72, y: 800, size: 9 },
		...column(lines),
		{ text: `- ${number} -`, x: 290, y: 40, size: 9 },
	];
	const { blocks, parameters } = await read(
		writePdf([
			page(1, ['alpha beta gamma delta epsilon zeta', 'eta theta iota kappa lambda']),
			page(2, ['mu nu xi omicron pi rho sigma tau.']),
			page(3, ['Upsilon phi chi psi omega alpha beta.']),
		]),
	);
	expect(blocks).toEqual([
		{
			kind: 'paragraph',
			page: 1,
			text: 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau.',
		},
		{ kind: 'page-break', page: 3, text: '' },
		{ kind: 'paragraph', page: 3, text: 'Upsilon phi chi psi omega alpha beta.' },
	]);
	expect(parameters).toEqual({ pages: 3, runningLines: 6 });
});

test('a line at the head that differs by more than the number of its page stays, and so does the only text there is', async () => {
	const days = [3, 7, 8].map((day) => [
		{ text: `Day ${day}`, x: 72, y: 800, size: 11 },
		...column(['alpha beta gamma delta']),
		{ text: `Book 5, page ${day < 7 ? 1 : day - 5} of 3`, x: 290, y: 40, size: 9 },
	]);
	expect((await blocksOf(...days)).map(([, text]) => text).filter(Boolean)).toEqual([
		'Day 3 alpha beta gamma delta',
		'Day 7 alpha beta gamma delta',
		'Day 8 alpha beta gamma delta',
	]);
	const same = [{ text: 'Alpha alone', x: 72, y: 800 }];
	expect((await blocksOf(same, same, same)).map(([, text]) => text).filter(Boolean)).toEqual(
		Array(3).fill('Alpha alone'),
	);
});

test('columns are read one after the other, under the line that goes over both', async () => {
	const left = filler('Left', 8);
	const right = filler('Right', 8);
	const interleaved = left.flatMap((text, at) => [
		{ text, x: 50, y: 700 - at * 14, size: 9 },
		{ text: right[at] ?? '', x: 310, y: 700 - at * 14, size: 9 },
	]);
	const head = {
		text: 'A line that goes over both of the columns of this page, from the left to the right',
		x: 50,
		y: 740,
	};
	expect((await blocksOf([head, ...interleaved])).map(([, text]) => text)).toEqual([
		head.text,
		left.join(' '),
		right.join(' '),
	]);
});

test('rows of a table stay rows', async () => {
	const rows = ['alpha', 'beta', 'gamma'].flatMap((name, at) => [
		{ text: name, x: 72, y: 700 - at * 14 },
		{ text: String(at + 10), x: 300, y: 700 - at * 14 },
	]);
	expect(await blocksOf(rows)).toEqual([['preformatted', 'alpha    10\nbeta    11\ngamma    12']]);
});

test('what was filled into a form stands behind its labels, and what was typed onto a page where it was typed', async () => {
	const field = (entries: string, rect: string) => `<< /Type /Annot /Subtype /Widget /Rect [${rect}] ${entries} >>`;
	const form = writePdf([[...column(['Name', 'Place', 'Came'], { leading: 30 }), { text: 'Yes', x: 180, y: 640 }]], {
		notes: [
			field('/FT /Tx /T (a) /V (Alpha Beta) /DA (/F 11 Tf)', '160 697 300 711'),
			field('/FT /Ch /Ff 131072 /T (b) /Opt [[(g) (Gamma)] [(d) (Delta)]] /V (d) /DA (/F 11 Tf)', '160 667 300 681'),
			field('/FT /Btn /T (c) /V /On /AS /On /AP << /N << /On null /Off null >> >>', '160 637 172 649'),
			field('/FT /Tx /Ff 8192 /T (secret) /V (hidden words)', '100 600 300 614'),
			field('/FT /Tx /F 2 /T (out) /V (out of sight)', '100 580 300 594'),
			'<< /Type /Annot /Subtype /FreeText /Rect [72 500 300 514] /F 4 /Contents (Epsilon zeta) /DA (/Helv 11 Tf 0 g) >>',
		],
	});
	const { blocks, layout = [] } = await read(form);
	expect(blocks.map(({ text }) => text)).toEqual(['Name    Alpha Beta\nPlace    Delta\nCame    ☒ Yes', 'Epsilon zeta']);
	// Marks on them lie where they are seen.
	const [run] = layout[0]?.runs.filter(({ ordinal }) => ordinal === 1) ?? [];
	expect(run?.box.x).toBeCloseTo((72 / 595) * 10_000, -2);
	expect(run?.box.y).toBeCloseTo(((842 - 514) / 842) * 10_000, -2);
});

test('what is typed onto a scan is its text, and the scan still has none', async () => {
	const note = '<< /Type /Annot /Subtype /FreeText /Rect [72 500 300 514] /Contents (Alpha) /DA (/Helv 11 Tf 0 g) >>';
	const { blocks, parameters } = await read(writePdf([[], []], { notes: [note] }));
	expect(blocks.map(({ text }) => text)).toEqual(['Alpha']);
	expect(parameters).toEqual({ pages: 2, pagesWithoutText: 2 });
});

test('what readers marked stands on its words, what they wrote where they put it, with their names and days', async () => {
	const quad = (left: number, right: number, y: number) =>
		`${left} ${y + 9} ${right} ${y + 9} ${left} ${y - 3} ${right} ${y - 3}`;
	const { blocks, marks = [] } = await read(
		writePdf([column(['alpha beta gamma delta epsilon', 'zeta eta theta iota.'])], {
			notes: [
				`<< /Type /Annot /Subtype /Highlight /Rect [101 697 124 709] /QuadPoints [${quad(101.5, 123.8, 700)}] /T (One Sample) /Contents (Remark) /M (D:20240102030405+01'00') >>`,
				`<< /Type /Annot /Subtype /Underline /Rect [72 683 240 709] /QuadPoints [${quad(192, 240, 700)} ${quad(72, 94, 686)}] >>`,
				'<< /Type /Annot /Subtype /Text /Rect [400 300 420 320] /Contents (Beside) /T (Two) >>',
				'<< /Type /Annot /Subtype /Square /Rect [400 200 420 220] >>',
			],
		}),
	);
	const wordsOf = ({ range }: (typeof marks)[number]) =>
		range && blocks[range.startOrdinal]?.text.slice(range.startOffset, range.endOffset);
	expect(marks.map((mark) => [wordsOf(mark), mark.body, mark.author, mark.at])).toEqual([
		['beta', 'Remark', 'One Sample', '2024-01-02T02:04:05.000Z'],
		['epsilon zeta', '', '', null],
		[null, 'Beside', 'Two', null],
	]);
	expect(marks[2]?.region).toMatchObject({ page: 1, x: Math.round((400 / 595) * 10_000) });
});

test('large type is a title or a heading, and items of a list are items', async () => {
	const body = column(filler('Text', 8), { y: 640 });
	expect(
		await blocksOf([
			{ text: 'Notes on Alpha', x: 72, y: 760, size: 22 },
			{ text: 'First matters', x: 72, y: 680, size: 15 },
			...body,
			...column(['1. alpha and beta', '2. gamma and delta'], { y: 500 }),
		]),
	).toEqual([
		['title', 'Notes on Alpha'],
		['heading', 'First matters'],
		['paragraph', filler('Text', 8).join(' ')],
		['item', 'alpha and beta'],
		['item', 'gamma and delta'],
	]);
});

test('the properties describe it, except what a program made up', async () => {
	const page = column(['alpha beta gamma']);
	const told = await read(
		writePdf([page], {
			properties: '/Title (Letters of Alpha) /Author (Alpha One; Beta Two) /CreationDate (D:20240229120000Z)',
			catalogue: '/Lang (ka)',
		}),
	);
	expect(told).toMatchObject({
		title: 'Letters of Alpha',
		language: 'ka',
		fields: {
			creators: [
				{ name: 'Alpha One', role: 'author', certainty: 'inferred' },
				{ name: 'Beta Two', role: 'author', certainty: 'inferred' },
			],
			dates: [{ type: 'created', edtf: '2024-02-29', inferred: message('import.from-properties') }],
		},
	});
	const madeUp = await read(
		writePdf([page], { properties: '/Title (Microsoft Word - a.doc) /CreationDate (D:20230229)' }),
	);
	expect(madeUp).toMatchObject({ title: 'letters', language: 'und', fields: { creators: [], dates: [] } });
});

test('what its first bytes say counts, wherever they begin', async () => {
	const bytes = writePdf([column(['alpha beta gamma'])]);
	expect(await read(bytes, 'letters.txt')).toMatchObject({ mediaType: 'application/pdf' });
	expect(await read(Buffer.concat([Buffer.from('\n\n'), bytes]), 'a')).toMatchObject({ mediaType: 'application/pdf' });
});

test.each([
	['without text', writePdf([[], []]), message('import.reason.pdf-scan')],
	['cut off', writePdf([column(['alpha'])]).subarray(0, 60), message('import.reason.pdf-damaged')],
	[
		'without names for its letters',
		writePdf([column([String.fromCharCode(1, 2, 3, 4, 5, 6)])]),
		message('import.reason.pdf-garbled'),
	],
])('one that is %s is refused with the reason', async (_, bytes, reason) => {
	expect(await read(bytes).catch(toErrorData)).toEqual({
		code: 'unsupported-format',
		detail: { file: 'letters.pdf', reason },
	});
});

test('every PDF of the outside data is read, or refused with a reason', { timeout: 120_000 }, async () => {
	const folder = sharedData('fixtures/pdfjs-small/test/pdfs');
	if (!folder) return;
	const texts = new Map<string, string>();
	const reasons = new Map<string, number>();
	for (const fileName of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
		const outcome = await read(readFileSync(join(folder, fileName)), fileName).catch(toErrorData);
		if ('blocks' in outcome) texts.set(fileName, textOf(outcome));
		else reasons.set(outcome.detail?.reason as string, (reasons.get(outcome.detail?.reason as string) ?? 0) + 1);
	}
	expect([...reasons.keys()].sort()).toEqual(
		[
			message('import.reason.encrypted'),
			message('import.reason.pdf-damaged'),
			message('import.reason.pdf-garbled'),
			message('import.reason.pdf-scan'),
		].sort(),
	);
	expect(texts.size).toBeGreaterThan(250);
	expect(texts.get('helloworld-bad.pdf')).toBe('Hello, world!');
	expect(texts.get('bug866395.pdf')).toBe('l’impayé');
	expect(texts.get('vertical.pdf')).toBe('あいうえお日本語');
	expect(texts.get('boundingBox_invalid.pdf')).toBe(
		'Empty /MediaBox\n\nEmpty /CropBox\n\nEmpty /CropBox and /MediaBox intersection',
	);
});

function textOf({ blocks }: Extraction): string {
	return blocks.map(({ text }) => text).join('\n');
}

test('words know where they stand on their pages, also behind a marker and over a broken word', async () => {
	const { blocks, layout = [] } = await read(
		writePdf([
			[
				...column(['1. alpha beta gamma', '2. delta epsilon'], { y: 700 }),
				...column(['Zeta eta theta iota kappa lam-', 'bda mu nu xi omicron.'], { y: 600 }),
			],
			column(['Rho sigma tau.'], { y: 421 }),
		]),
	);
	const placed = layout.flatMap(({ page, runs }) =>
		runs.map(({ ordinal, start, end }) => [page, blocks[ordinal]?.text.slice(start, end)]),
	);
	expect(placed).toEqual([
		[1, 'alpha beta gamma'],
		[1, 'delta epsilon'],
		[1, 'Zeta eta theta iota kappa lam'],
		[1, 'bda mu nu xi omicron.'],
		[2, 'Rho sigma tau.'],
	]);
	// The baseline is half way down the page, and 72 of 595 points from its left edge.
	const box = layout[1]?.runs[0]?.box;
	expect(box?.x).toBe(Math.round((72 / 595) * 10_000));
	expect(box && box.y < 5000 && box.y + box.height > 5000).toBe(true);
	expect(box?.height).toBeGreaterThan(100);
});

test('text that runs up the page is placed where it is seen', async () => {
	const turned = 'BT /F 11 Tf 0 1 -1 0 100 200 Tm (Alpha beside the page) Tj ET';
	const { layout = [] } = await read(
		writePdf([column(filler('Alpha', 5))], { stream: { entries: '', bytes: Buffer.from(turned) } }),
	);
	const [run] = layout[0]?.runs ?? [];
	expect(run?.advance).toBe(3);
	expect(run && run.box.height > run.box.width).toBe(true);
});
