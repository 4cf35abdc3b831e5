import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { pngOf } from '#archive/testing/test-png.ts';
import { message } from '#shared/messages/messages.ts';
import { readDocument } from '../registry.ts';
import { refusalOf } from '../test-processes/outcomes.ts';

const read = (body: string | Buffer, encoding?: string) =>
	readDocument(typeof body === 'string' ? Buffer.from(body, 'latin1') : body, {
		fileName: 'sample.rtf',
		...(encoding !== undefined && { encoding }),
	});
const document = (body: string) => read(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`);
const textsOf = async (body: string) => (await document(body)).blocks.map(({ text }) => text);

describe('what Rich Text Format becomes', () => {
	test('paragraphs, headings by level and by style, marks, lines', async () => {
		const { title, blocks, mediaType } = await document(
			'{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 heading 2;}{\\s3 Title;}}\\pard\\s3 Sample letter\\par\\pard\\s2 Alpha\\par\\pard\\outlinelevel2 Beta\\par\\pard gamma {\\b delta}\\i  epsilon\\i0\\line zeta\\par\\pard\\par eta',
		);
		expect({ title, mediaType }).toEqual({ title: 'Sample letter', mediaType: 'application/rtf' });
		expect(blocks).toEqual([
			{ kind: 'title', text: 'Sample letter' },
			{ kind: 'heading', text: 'Alpha', level: 2 },
			{ kind: 'heading', text: 'Beta', level: 3 },
			{
				kind: 'paragraph',
				text: 'gamma delta epsilon\nzeta',
				marks: [
					{ start: 6, end: 11, kind: 'strong' },
					{ start: 11, end: 19, kind: 'emphasis' },
				],
			},
			{ kind: 'paragraph', text: 'eta' },
		]);
	});

	test('letters in the code page of the document, of a font, and in Unicode with its stand-ins left out', async () => {
		const hex = (text: string, encoding: string) =>
			[...iconv.encode(text, encoding)].map((byte) => `\\'${byte.toString(16)}`).join('');
		const russian = 'Альфа бета';
		const { blocks, parameters } = await read(
			`{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset128 B;}{\\f2\\fcharset161 C;}}${hex(russian, 'windows-1251')}\\par\\f1 ${hex('今後', 'shift_jis')}\\par\\f2 ${hex('γάμα', 'windows-1253')}\\par\\f0\\u1329?\\uc2\\u1377 a\\'e0\\uc0\\u-10179\\u-8704\\emdash x}`,
		);
		expect(blocks.map(({ text }) => text)).toEqual([russian, '今後', 'γάμα', 'Աա😀—x']);
		expect(parameters).toMatchObject({ encoding: 'windows-1251', encodingFoundBy: 'declared' });
		const raw = iconv.encode(`{\\rtf1\\ansi ${russian}}`, 'windows-1251');
		expect((await read(raw)).blocks[0]?.text).not.toBe(russian);
		expect((await read(raw, 'windows-1251')).blocks[0]?.text).toBe(russian);
	});

	test('lists with the markers that they print, as deep as they are', async () => {
		const item = (marker: string, level: number, text: string) =>
			`\\pard\\ls1\\ilvl${level}{\\listtext\\pard\\plain ${marker}\\tab}${text}\\par`;
		const { blocks } = await document(
			`${item('1.', 0, 'a')}${item('1.1.', 1, 'b')}${item("\\'b7", 2, 'c')}${item('2.', 0, 'd')}\\pard e\\par`,
		);
		expect(blocks.map(({ kind, text, marker, level }) => [kind, text, marker, level])).toEqual([
			['item', 'a', '1.', 1],
			['item', 'b', '1.1.', 2],
			['item', 'c', undefined, 3],
			['item', 'd', '2.', 1],
			['paragraph', 'e', undefined, undefined],
		]);
	});

	test('tables, one within a cell as its lines', async () => {
		const { blocks } = await document(
			'before\\par\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\\trowd\\cellx1\\cellx2\\pard\\intbl d\\cell\\itap2 e\\nestcell f\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl g\\cell\\row\\pard after\\par',
		);
		expect(blocks.map(({ kind, text, cell }) => [kind, text, cell && [cell.row, cell.column]])).toEqual([
			['paragraph', 'before', undefined],
			['cell', 'a', [0, 0]],
			['cell', 'b\nc', [0, 1]],
			['cell', 'd', [1, 0]],
			['cell', 'e\nf\ng', [1, 1]],
			['paragraph', 'after', undefined],
		]);
	});

	test('footnotes stand at the end under their numbers', async () => {
		const { blocks } = await document(
			'alpha{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} a remark\\par on two lines} beta{\\super\\chftn}{\\footnote{\\super\\chftn} more}\\par gamma\\par',
		);
		expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
			['paragraph', 'alpha1 beta2'],
			['paragraph', 'gamma'],
			['note', '1 a remark'],
			['note', 'on two lines'],
			['note', '2 more'],
		]);
	});

	test('links keep an address that is shown, and fields their result only', async () => {
		const field = (instruction: string, result: string) =>
			`{\\field{\\*\\fldinst{${instruction}}}{\\fldrslt{${result}}}}`;
		const { blocks } = await document(
			`${field('HYPERLINK "https://example.org/a"', '\\ul alpha')} ${field('PAGE', '3')} ${field('HYPERLINK "javascript:alert(1)"', 'beta')}\\par`,
		);
		expect(blocks).toEqual([
			{
				kind: 'paragraph',
				text: 'alpha 3 beta',
				marks: [
					{ start: 0, end: 5, kind: 'underline' },
					{ start: 0, end: 5, kind: 'link', value: 'https://example.org/a' },
				],
			},
		]);
	});

	test('what is no running text stays in the original, and is said to', async () => {
		const { blocks, parameters, fields, title } = await document(
			'{\\info{\\title Of it}{\\author One Sample}{\\creatim\\yr2021\\mo3\\dy4\\hr5}}{\\header top}{\\*\\shppict{\\pict\\pngblip 00ff}}{\\nonshppict{\\pict 00}}{\\pict\\bin5 }\\}{{\\\\}alpha{\\v hidden}{\\deleted gone}{\\*\\unknown x}{\\annotation said}\\par',
		);
		expect(blocks.map(({ text, figure }) => figure?.obstacle ?? text)).toEqual(['alpha', 'format', 'format']);
		expect(parameters).toMatchObject({ textAside: true, deletions: true, pictures: 2 });
		expect(title).toBe('Of it');
		expect(fields).toEqual({
			creators: [{ name: 'One Sample', role: 'author', certainty: 'inferred' }],
			dates: [{ type: 'created', edtf: '2021-03-04', inferred: message('import.from-properties') }],
		});
	});

	test('pictures stand behind their paragraph, as digits or as bytes; what old programs draw is not shown', async () => {
		const [one, other] = [pngOf(40, 30), pngOf(120, 10)];
		const digits = one.toString('hex').replaceAll(/.{64}/g, '$&\r\n');
		const source = `alpha{\\*\\shppict{\\pict{\\*\\blipuid ffee}\\picw40\\pngblip\r\n${digits}}}{\\nonshppict{\\pict\\wmetafile8 0102}} beta\\par {\\pict\\pngblip\\bin${other.length} ${other.toString('latin1')}}\\par {\\pict\\wmetafile8 0102}gamma\\par`;
		const file = Buffer.from(`{\\rtf1\\ansi ${source}}`, 'latin1');
		const { blocks, parameters } = await readDocument(file, { fileName: 'a.rtf' });
		expect(blocks.map(({ text, figure }) => figure?.picture?.width ?? figure?.obstacle ?? text)).toEqual([
			...['alpha beta', 40, 120, 'gamma', 'format'],
		]);
		expect(parameters).toMatchObject({ pictures: 1 });
		const [first, second] = blocks.flatMap(({ figure }) => figure?.picture ?? []);
		const written = file.toString('latin1', first?.start, (first?.start ?? 0) + (first?.length ?? 0));
		expect(Buffer.from(written.replaceAll(/\s+/g, ''), 'hex').equals(one)).toBe(true);
		const { start = 0, length = 0 } = second ?? {};
		expect(file.subarray(start, start + length).equals(other)).toBe(true);
	});

	test('a picture that was struck out or is hidden is none of the document, as text is none; its description is its name', async () => {
		const picture = (properties = '') => `{\\pict${properties}\\pngblip ${pngOf(40, 30).toString('hex')}}`;
		const described = picture(
			"{\\*\\picprop{\\sp{\\sn shapeType}{\\sv 75}}{\\sp{\\sn wzDescription}{\\sv A s\\'e0mple \\u1072?}}{\\sp{\\sn fLine}{\\sv 0}}}",
		);
		const { blocks, parameters } = await document(
			`alpha{\\deleted ${picture()}}{\\v ${picture()}}\\par beta${described}\\par`,
		);
		expect(blocks.map(({ text, figure }) => (figure ? [figure.alt, figure.picture?.width] : text))).toEqual([
			'alpha',
			'beta',
			['A sàmple а', 40],
		]);
		expect(parameters).toMatchObject({ deletions: true });
		expect((await document(`alpha{\\v ${picture()}}\\par`)).parameters).not.toHaveProperty('deletions');
	});

	test('text boxes come before the paragraph that they hang on', async () => {
		expect(
			await textsOf(
				'alpha{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt boxed\\par}}{\\shprslt{\\*\\do x}}} beta\\par',
			),
		).toEqual(['boxed', 'alpha beta']);
	});
});

describe('hostile input', () => {
	test('what nests without end, is cut off or holds nothing is refused with its reason', async () => {
		expect(await refusalOf(Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}a`), 'a.rtf')).toBe(
			message('import.reason.broken-part', { part: 'RTF' }),
		);
		expect(await refusalOf(Buffer.from('{\\rtf1\\ansi}'), 'a.rtf')).toBe(message('import.reason.blank'));
		expect(await textsOf('alpha\\bin2147483647 beta')).toEqual(['alpha']);
		expect(await textsOf('\\constructor\\toString{\\*\\valueOf a}alpha')).toEqual(['alpha']);
		expect(await textsOf('alpha}}}}beta\\cell\\row\\nestcell\\uc-5\\u\\ilvl-9 gamma')).toEqual(['alphabeta', 'gamma']);
	});

	test('any run of tokens is read or refused, and no text is made up', async () => {
		const token = fc.oneof(
			fc.constantFrom(
				...[
					'{',
					'}',
					'\\par ',
					'\\cell ',
					'\\row ',
					'\\intbl ',
					'\\pard ',
					'{\\footnote ',
					'{\\listtext 1.}',
					'\\u1072?',
				],
				...[
					'{\\field',
					'{\\*\\fldinst HYPERLINK "a"}',
					'{\\fldrslt ',
					"\\'e0",
					'\\*',
					'{\\pict ',
					'\\itap2 ',
					'\\bin2 ',
				],
			),
			fc.stringMatching(/^[a-z ]{1,5}$/),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(token, { maxLength: 60 }), async (tokens) => {
				const source = `{\\rtf1 x\\par ${tokens.join('')}`;
				const { blocks } = await read(source);
				const letters = blocks.map(({ text }) => text).join('');
				expect(letters.replaceAll(/[^a-z]/g, '').length).toBeLessThanOrEqual(source.length);
			}),
			{ numRuns: 200 },
		);
	});
});
