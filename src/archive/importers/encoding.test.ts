import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { toErrorData } from '#shared/domain/app-error.ts';
import { decodeText, encodings } from './encoding.ts';
import { encodingNamed, iconvName } from './encoding-names.ts';

const fileName = 'sample.txt';

const russian = 'Альфа, бета и гамма: образец письма номер семь. Простой текст для проверки, без имён и без смысла.';
const armenian =
	'Ալֆա, բետա և գամմա. նմուշ նամակ համար յոթ։ Սա պարզ տեքստ է ստուգման համար, առանց անունների։'.replaceAll('և', 'եւ');
const french = 'Échantillon numéro sept : alpha, bêta et gamma. Ça dépend où il a été gardé, à côté ou près de là.';
const turkish =
	'Örnek yazı yedi: alfa, beta, gama. Küçük bir değişiklik olmadan, ışık şöyle böyle göründü, ağaç güneşliydi.';

const noBreak = '\u00a0';

function refusal(work: () => unknown) {
	try {
		work();
	} catch (error) {
		return toErrorData(error);
	}
	return null;
}

describe('finding the encoding', () => {
	test.each([
		['utf-8', russian, 'utf-8', 'utf-8'],
		['utf-16le', russian, 'utf-16le', 'guess'],
		['utf-16be', russian, 'utf-16be', 'guess'],
		['utf-16le', armenian, 'utf-16le', 'guess'],
		['utf-16be', french, 'utf-16be', 'guess'],
		['windows-1251', russian, 'windows-1251', 'guess'],
		['koi8-r', russian, 'koi8-r', 'guess'],
		['ibm866', russian, 'ibm866', 'guess'],
		['iso-8859-5', russian, 'iso-8859-5', 'guess'],
		['armscii8', armenian, 'armscii-8', 'guess'],
		['armscii8', armenian.toUpperCase(), 'armscii-8', 'guess'],
		['windows-1251', russian.toUpperCase(), 'windows-1251', 'guess'],
		['windows-1252', french, 'windows-1252', 'guess'],
		['windows-1254', turkish, 'windows-1254', 'guess'],
		['maccyrillic', russian.replace('номер семь', 'для меня и тебя'), 'x-mac-cyrillic', 'guess'],
	])('%s', (name, text, encoding, foundBy) => {
		expect(decodeText(iconv.encode(text, name), { fileName })).toEqual({ text, encoding, foundBy, undecodable: 0 });
	});

	test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('byte order mark of %s', (encoding) => {
		const bytes = iconv.encode(russian, encoding, { addBOM: true });
		expect(decodeText(bytes, { fileName })).toEqual({ text: russian, encoding, foundBy: 'bom', undecodable: 0 });
	});

	test.each([
		['windows-1251', 'X/9;Тест;1992'],
		['windows-1251', 'Опись № 3'],
		['windows-1251', 'Лист'],
		['koi8-r', 'X/9;Проверка;1992'],
		['windows-1252', 'X/9;Été;1992'],
		['windows-1252', 'Crème brûlée, naïve Öl'],
		['windows-1254', 'Iğdır, Ağrı, Şırnak'],
		['windows-1250', 'Žluťoučký kůň úpěl'],
	])('a few words in %s: %s', (name, text) => {
		expect(decodeText(iconv.encode(text, name), { fileName }).text).toBe(text);
	});

	test('a long head in ASCII does not hide the encoding', () => {
		const text = `${'Alpha beta gamma.\n'.repeat(10_000)}${russian}`;
		expect(decodeText(iconv.encode(text, 'koi8-r'), { fileName })).toMatchObject({ text, encoding: 'koi8-r' });
	});

	test('UTF-8 with a damaged byte stays UTF-8, and says how much was lost', () => {
		const bytes = Buffer.concat([Buffer.from(russian), Buffer.from([0xff]), Buffer.from(russian)]);
		expect(decodeText(bytes, { fileName })).toEqual({
			text: `${russian}\ufffd${russian}`,
			encoding: 'utf-8',
			foundBy: 'guess',
			undecodable: 1,
		});
	});

	test('a replacement character that stands in the source is not counted as lost', () => {
		expect(decodeText(Buffer.from('Alpha \ufffd beta'), { fileName }).undecodable).toBe(0);
	});
});

describe('an encoding that the file says of itself', () => {
	test.each([
		['koi8-r', russian, 'windows-1251', 'koi8-r'],
		['ibm866', russian, 'windows-1251', 'ibm866'],
		['windows-1251', russian, 'koi8-r', 'windows-1251'],
		['windows-1251', `${noBreak.repeat(40)}${russian}`, 'koi8-r', 'windows-1251'],
		['ibm866', russian, 'koi8-r', 'ibm866'],
		['iso-8859-5', russian, 'ibm866', 'iso-8859-5'],
		['windows-1251', russian, 'iso-8859-1', 'windows-1251'],
		['maccyrillic', russian.replace('номер семь', 'для меня и тебя'), 'windows-1251', 'x-mac-cyrillic'],
		['armscii8', armenian, 'iso-8859-1', 'armscii-8'],
		['armscii8', armenian, 'windows-1251', 'armscii-8'],
		['windows-1254', turkish, 'iso-8859-1', 'windows-1254'],
		['utf8', russian, 'windows-1251', 'utf-8'],
		['utf8', 'Été', 'iso-8859-1', 'utf-8'],
		['windows-1252', 'The “alpha” – and beta.', 'iso-8859-1', 'windows-1252'],
	])('%s is seen where it is clear: %s under the name of %s', (name, text, declared, encoding) => {
		expect(decodeText(iconv.encode(text, name), { fileName, declared })).toMatchObject({ text, encoding });
	});

	test.each([
		['windows-1251', 'Лист Я', 'windows-1251'],
		['koi8-r', 'Опись', 'koi8-r'],
		['windows-1251', 'Љубав Џемпер Ћуприја', 'windows-1251'],
		['koi8-u', 'Зразок листа номер сім: її їжа, під ґанком, є в нього. Простий текст для перевірки.', 'koi8-u'],
		['windows-1251', russian.toUpperCase(), 'windows-1251'],
		['iso-8859-1', 'Það er ýmislegt á Íslandi, þið og ég höfum þó ekki séð það.', 'iso-8859-1'],
		['iso-8859-1', french, 'iso-8859-1'],
		['windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy', 'windows-1250'],
		['shift_jis', '日本語の文章です。これは試験です。', 'shift_jis'],
		['shift_jis', `Правда ${'これは試験です。'.repeat(2)}`, 'shift_jis'],
		['gb18030', `${'这是一个测试文件。'.repeat(9)} А, о`, 'gb18030'],
		['euc-kr', `${'이것은 시험 문서입니다. '.repeat(9)} А, о`, 'euc-kr'],
		[
			'windows-1251',
			`${`${noBreak.repeat(4)}Alpha beta gamma delta.\n`.repeat(10)}С уважением, Альфа Бета`,
			'windows-1251',
		],
		['windows-1251', `${`${noBreak.repeat(2)}Alpha beta.\n`.repeat(90)}${russian}`, 'windows-1251'],
		['windows-1251', `${noBreak.repeat(40)}Альфа, бета и гамма.\n`.repeat(9), 'windows-1251'],
		['windows-1251', russian.replaceAll(' ', noBreak.repeat(2)), 'windows-1251'],
		['koi8-r', `Альфа, бета и гамма.\n${'─'.repeat(78)}\nДельта.`, 'koi8-r'],
		['koi8-r', `${'│ альфа │ бета │\n'.repeat(9)}└─┴─┘`, 'koi8-r'],
		['maccyrillic', russian.toUpperCase(), 'x-mac-cyrillic'],
	])('is believed where it may be true: %s, %s', (name, text, declared) => {
		expect(decodeText(iconv.encode(text, name), { fileName, declared })).toMatchObject({
			text,
			encoding: declared,
			foundBy: 'declared',
		});
	});
});

describe('an encoding chosen by a person', () => {
	test('goes before what would be found, also under another spelling', () => {
		const bytes = iconv.encode(russian, 'windows-1251');
		const { text, encoding, foundBy } = decodeText(bytes, { fileName, encoding: 'KOI8-R' });
		expect({ encoding, foundBy }).toEqual({ encoding: 'koi8-r', foundBy: 'user' });
		expect(text).toBe(iconv.decode(bytes, 'koi8-r'));
		expect(encodingNamed('CP1251')).toBe('windows-1251');
	});

	test('is refused when there is none of that name', () => {
		for (const encoding of ['no-such-encoding', 'base64', 'constructor', '']) {
			expect(refusal(() => decodeText(Buffer.from('Alpha'), { fileName, encoding }))?.code).toBe('invalid-input');
		}
	});
});

describe('data that is no text', () => {
	test.each([
		['bytes of every value', Uint8Array.from({ length: 2048 }, (_, at) => (at * 167 + (at >> 3)) % 256)],
		['control characters', Uint8Array.from({ length: 200 }, (_, at) => (at % 8) + 1)],
		['a text with a NUL', Buffer.from(`Alpha\0${russian}`)],
	])('%s', (_, bytes) => {
		expect(refusal(() => decodeText(bytes, { fileName }))).toMatchObject({
			code: 'unsupported-format',
			detail: { file: fileName },
		});
	});
});

test('what was encoded is decoded again, in every encoding that is offered', () => {
	for (const encoding of encodings) {
		const characters = repertoire(encoding);
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 60 }), (drawn) => {
				// A text that begins with the mark itself would lose it.
				const text = `.${drawn.join('')}`;
				const decoded = decodeText(iconv.encode(text, iconvName(encoding)), { fileName, encoding });
				expect(decoded.text).toBe(text);
			}),
			{ numRuns: 30 },
		);
	}
});

/** Printable characters that survive the encoding. */
function repertoire(encoding: (typeof encodings)[number]): string[] {
	const candidates = Array.from({ length: 0x3000 }, (_, at) => String.fromCodePoint(at + 0x20)).concat([
		'漢',
		'字',
		'가',
		'😀',
	]);
	const name = iconvName(encoding);
	return candidates.filter(
		(character) =>
			/[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && iconv.decode(iconv.encode(character, name), name) === character,
	);
}

test('the list of encodings is one that iconv-lite can decode', () => {
	for (const encoding of encodings) expect(iconv.encodingExists(iconvName(encoding))).toBe(true);
});
