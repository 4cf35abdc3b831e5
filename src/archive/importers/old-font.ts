import iconv from 'iconv-lite';
import type { OldFont } from '#shared/domain/old-fonts.ts';
import type { Extraction } from './importer.ts';
import { guessLanguage } from './language.ts';

/**
 * The same text with the letters that such a font drew. Each character stays one, so that formatting, pages and places
 * stay where they are; what the font had no letter for is left as it was.
 */
export function inOldFont(extraction: Extraction, font: OldFont): Extraction {
	const blocks = extraction.blocks.map((block) => ({ ...block, text: lettersOf(block.text, font) }));
	return {
		...extraction,
		parameters: { ...extraction.parameters, font },
		language: guessLanguage(blocks.map(({ text }) => text).join('\n')),
		title: lettersOf(extraction.title, font),
		blocks,
	};
}

export function lettersOf(text: string, font: OldFont): string {
	if (font === 'georgian') return text.replaceAll(/[a-zA-Z]/g, (letter) => georgian.get(letter) ?? letter);
	const encoding = font === 'armenian' ? 'armscii8' : 'windows-1251';
	return text.replaceAll(
		/[^\0-\x7f]/gu,
		(character) => armenianExceptions(font, character) ?? redecoded(character, encoding),
	);
}

/** Programs kept the byte of such a letter as the character that Western Windows, or Latin-1, has there. */
function redecoded(character: string, encoding: string): string {
	const code = character.codePointAt(0) ?? 0;
	const bytes = code <= 0xff ? Buffer.from([code]) : iconv.encode(character, 'windows-1252');
	// What that has no place for comes as a question mark.
	if (bytes.length !== 1 || (bytes[0] ?? 0) < 0x80) return character;
	const letter = iconv.decode(bytes, encoding);
	return letter === '\ufffd' || isControl(letter) ? character : letter;
}

/** ARMSCII-8A, which the fonts follow, has this ligature where ARMSCII-8 has a dash. */
function armenianExceptions(font: OldFont, character: string): string | undefined {
	return font === 'armenian' && character === '¨' ? 'և' : undefined;
}

function isControl(letter: string): boolean {
	return letter >= '\x80' && letter <= '\x9f';
}

/** The Georgian keyboard, which the fonts and what was typed with them follow. */
const georgian: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{ a: 'ა', b: 'ბ', g: 'გ', d: 'დ', e: 'ე', v: 'ვ', z: 'ზ', T: 'თ', i: 'ი', k: 'კ', l: 'ლ' },
		...{ m: 'მ', n: 'ნ', o: 'ო', p: 'პ', J: 'ჟ', r: 'რ', s: 'ს', t: 'ტ', u: 'უ', f: 'ფ', q: 'ქ' },
		...{ R: 'ღ', y: 'ყ', S: 'შ', C: 'ჩ', c: 'ც', Z: 'ძ', w: 'წ', W: 'ჭ', x: 'ხ', j: 'ჯ', h: 'ჰ' },
	}),
);
