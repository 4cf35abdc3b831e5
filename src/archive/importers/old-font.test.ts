import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { oldFonts } from '#shared/domain/old-fonts.ts';
import { lettersOf } from './old-font.ts';
import { readDocument } from './registry.ts';
import { docxOf, wordParagraph } from './test-processes/made-documents.ts';

/** As a program of Western Windows kept what was typed in such a font. */
const keptAs = (text: string, encoding: string) => iconv.decode(iconv.encode(text, encoding), 'windows-1252');

describe('text set in a font from before Unicode', () => {
	test.each([
		['armenian', 'Կանաչ թեյնիկը կանգնած էր։ «Ոչ ոք», 24 cups՝ այնտեղ…', 'armscii8'],
		['cyrillic', 'Зелёный чайник № 7 стоял на «седьмой» полке – Ґ, Є.', 'windows-1251'],
	] as const)('%s letters come back, and what was Latin stays', (font, text, encoding) => {
		const kept = keptAs(text, encoding);
		expect(kept).not.toBe(text);
		expect(lettersOf(kept, font)).toBe(text);
	});

	test('the ligature of Armenian fonts, which stands where the standard has a dash', () => {
		expect(lettersOf('Ã³ÝÏ ¨ ·Çñ', 'armenian')).toBe('թանկ և գիր');
	});

	test('Georgian on the keys of Latin letters', () => {
		expect(lettersOf('mwvane Caidani, 7 WiqebiT.', 'georgian')).toBe('მწვანე ჩაიდანი, 7 ჭიქებით.');
	});

	test('a character stays a character, so that every place in the text stays', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...oldFonts), (text, font) => {
				const letters = lettersOf(text, font);
				expect(letters.length).toBe(text.length);
				expect(letters).not.toMatch(/[\ufffd]/.test(text) ? /$^/ : /\ufffd/);
			}),
		);
	});

	test('a document is read so with its structure, its language and a word of how it was read', async () => {
		const bytes = await docxOf(wordParagraph(keptAs('Կանաչ թեյնիկ, որ կանգնած էր։', 'armscii8')));
		const { blocks, parameters, language } = await readDocument(bytes, { fileName: 'sample.docx', font: 'armenian' });
		expect(blocks).toMatchObject([{ kind: 'paragraph', text: 'Կանաչ թեյնիկ, որ կանգնած էր։' }]);
		expect({ font: parameters.font, language }).toEqual({ font: 'armenian', language: 'hy' });
	});
});
