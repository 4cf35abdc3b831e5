import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { OldFont } from '#shared/domain/old-fonts.ts';
import { type EncodingId, iconvName } from './encoding-names.ts';
import { lettersOf } from './old-font.ts';
import { anchorRereadMarks, RereadText } from './other-reading.ts';
import { rereadingOf } from './rereading.ts';

const none = { encoding: null, font: null };
const encoded = (encoding: EncodingId) => ({ encoding, font: null });

const singleByte: EncodingId[] = ['koi8-r', 'windows-1251', 'ibm866', 'iso-8859-5', 'windows-1252', 'armscii-8'];
/** Latin-1 has a character for every byte: nothing is lost by taking a text for it. */
const takenFor: EncodingId[] = [...singleByte, 'iso-8859-1'];

/** Characters of an encoding whose bytes are characters of another one, too, so that nothing of them is lost. */
function lettersIn(is: EncodingId, taken: EncodingId): string[] {
	const all = Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.of(byte), iconvName(is)));
	return all.filter((letter) => {
		const bytes = iconv.encode(letter, iconvName(is));
		const there = iconv.decode(bytes, iconvName(taken));
		return /^[\p{L}\p{N}\p{P} ]$/u.test(letter) && iconv.encode(there, iconvName(taken)).equals(bytes);
	});
}

test('between encodings of one byte every letter stands where it stood', () => {
	const texts = fc
		.tuple(fc.constantFrom(...singleByte), fc.constantFrom(...takenFor))
		.filter(([is, taken]) => is !== taken)
		.chain(([is, taken]) =>
			fc.record({
				is: fc.constant(is),
				taken: fc.constant(taken),
				text: fc.string({ unit: fc.constantFrom(...lettersIn(is, taken)), minLength: 1, maxLength: 60 }),
			}),
		);
	fc.assert(
		fc.property(texts, fc.nat(), fc.nat(), ({ is, taken, text }, one, other) => {
			const wrong = iconv.decode(iconv.encode(text, iconvName(is)), iconvName(taken));
			const read = new RereadText([{ ordinal: 3, text: wrong }], { from: encoded(taken), to: encoded(is) });
			expect(read.passages).toEqual([{ ordinal: 3, text }]);
			const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
				number,
				number,
			];
			const range = { startOrdinal: 3, startOffset: start, endOrdinal: 3, endOffset: end };
			expect(read.rangeOf(range)).toEqual(range);
		}),
	);
});

test('letters of several bytes are found by any of what they were read as', () => {
	const letters = fc.constantFrom('a', ' ', 'Ж', 'ы', 'Ա', 'გ', '漢', '😀', 'é');
	fc.assert(
		fc.property(fc.array(letters, { minLength: 1, maxLength: 40 }), fc.nat(), (drawn, chosen) => {
			const bytes = drawn.map((letter) => Buffer.from(letter));
			const wrong = iconv.decode(Buffer.concat(bytes), 'iso-8859-1');
			const read = new RereadText([{ ordinal: 0, text: wrong }], {
				from: encoded('iso-8859-1'),
				to: encoded('utf-8'),
			});
			expect(read.passages[0]?.text).toBe(drawn.join(''));
			const at = chosen % wrong.length;
			const { startOffset, endOffset } = read.rangeOf({
				...{ startOrdinal: 0, startOffset: at, endOrdinal: 0, endOffset: at + 1 },
			});
			const owner = bytes.flatMap((each, index) => Array.from(each, () => index))[at] ?? 0;
			expect(read.passages[0]?.text.slice(startOffset, endOffset)).toBe(drawn[owner]);
		}),
	);
});

test('nothing but the letters of the other reading comes out, whatever stands there', () => {
	const readings = fc.record({
		from: fc
			.constantFrom(...takenFor, 'utf-8', 'shift_jis', 'utf-16le' as const)
			.map((name) => encoded(name as EncodingId)),
		to: fc
			.constantFrom(...takenFor, 'utf-8', 'gb18030', 'utf-16le' as const)
			.map((name) => encoded(name as EncodingId)),
	});
	fc.assert(
		fc.property(
			readings,
			fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
			fc.nat(),
			(rereading, text, chosen) => {
				const read = new RereadText([{ ordinal: 0, text }], rereading);
				const length = read.passages[0]?.text.length ?? 0;
				const at = chosen % text.length;
				const range = read.rangeOf({ startOrdinal: 0, startOffset: at, endOrdinal: 0, endOffset: text.length });
				expect(range.startOffset).toBeGreaterThanOrEqual(0);
				expect(range.startOffset).toBeLessThanOrEqual(range.endOffset);
				expect(range.endOffset).toBeLessThanOrEqual(length);
			},
		),
	);
});

test.each<[OldFont, string]>([
	['armenian', '´³ñ¨ ²ÉÙ»'],
	['cyrillic', 'Îáðàçåö ïèñüìà'],
	['georgian', 'nimuSi werili'],
])('letters of the %s font go there and back', (font, kept) => {
	const shown = lettersOf(kept, font);
	const there = new RereadText([{ ordinal: 0, text: kept }], { from: none, to: { ...none, font } });
	expect(there.passages[0]?.text).toBe(shown);
	const back = new RereadText([{ ordinal: 0, text: shown }], { from: { ...none, font }, to: none });
	expect(back.passages[0]?.text).toBe(kept);
	const range = { startOrdinal: 0, startOffset: 2, endOrdinal: 0, endOffset: kept.length };
	expect([there.rangeOf(range), back.rangeOf(range)]).toEqual([range, range]);
});

test('marks on letters read wrongly are placed on what they are, and what was read rightly all along stays', () => {
	const right = 'Образец письма номер семь. Простой текст для проверки, без имён и без смысла.';
	const wrong = iconv.decode(iconv.encode(right, 'koi8-r'), 'windows-1251');
	const ascii = 'A part that names its own encoding: é.';
	const marks = [
		{ editionId: 'old', startOrdinal: 0, startOffset: 8, endOrdinal: 0, endOffset: 14 },
		{ editionId: 'old', startOrdinal: 1, startOffset: 2, endOrdinal: 1, endOffset: ascii.length },
	];
	const { places, lineage } = anchorRereadMarks({
		new: [
			{ ordinal: 0, text: right },
			{ ordinal: 1, text: ascii },
		],
		old: [
			{
				editionId: 'old',
				passages: [
					{ ordinal: 0, text: wrong },
					{ ordinal: 1, text: ascii },
				],
				rereading: { from: encoded('windows-1251'), to: encoded('koi8-r') },
			},
		],
		marks,
	});
	expect(places.map(({ state }) => state)).toEqual(['placed', 'placed']);
	expect(places[0]?.range).toEqual({ startOrdinal: 0, startOffset: 8, endOrdinal: 0, endOffset: 14 });
	expect([...lineage]).toEqual([
		[0, 0],
		[1, 1],
	]);
});

test('only two readings of one file tell of each other', () => {
	const file = { originalSha256: 'a'.repeat(64) as Sha256, parameters: { encoding: 'windows-1251' } };
	const read = (parameters: Record<string, string>) => ({ ...file, parameters });
	expect(rereadingOf(file, read({ encoding: 'windows-1251' }))).toBeUndefined();
	expect(
		rereadingOf(file, { ...read({ encoding: 'koi8-r' }), originalSha256: 'b'.repeat(64) as Sha256 }),
	).toBeUndefined();
	expect(rereadingOf({ ...file, originalSha256: null }, { ...file, originalSha256: null })).toBeUndefined();
	expect(rereadingOf(file, read({ encoding: 'koi8-r', font: 'no such font' }))).toEqual({
		from: encoded('windows-1251'),
		to: encoded('koi8-r'),
	});
});
