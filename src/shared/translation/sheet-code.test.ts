import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditionId } from '../domain/ids.ts';
import { findSheetCode, isOfCode, sheetCode } from './sheet-code.ts';

const id = fc.uuid().map((uuid) => uuid as EditionId);
const language = fc.constantFrom('ru', 'hy', 'pt-BR', 'az-Cyrl', 'sr-Cyrl-RS');

test('a file is known by its code, wherever that stands and however its hyphens are set', () => {
	fc.assert(
		fc.property(id, language, fc.constantFrom('-', '‑', '–', '−'), (editionId, tag, hyphen) => {
			const text = `A line\nCode: ${sheetCode(editionId, tag).replaceAll('-', hyphen).toLowerCase()}. More`;
			const found = findSheetCode(text);
			expect(found).toMatchObject({ language: tag });
			expect(found && found !== 'damaged' && isOfCode(editionId, found)).toBe(true);
		}),
	);
	expect(findSheetCode('A text about a lectern-builder')).toBeNull();
});

test('a digit that is mistaken, or two that changed places, are found', () => {
	fc.assert(
		fc.property(id, fc.nat(10), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (editionId, at, digit) => {
			const code = sheetCode(editionId, 'ru');
			const places = [...code].flatMap((sign, place) => (place > 7 && place < 22 && sign !== '-' ? place : []));
			const [place = 0, next = 0] = places.slice(at);
			const wrong = code.slice(0, place) + digit + code.slice(place + 1);
			if (wrong !== code) expect(findSheetCode(wrong)).toBe('damaged');
			const signs = [...code];
			[signs[place], signs[next]] = [code.charAt(next), code.charAt(place)];
			if (signs.join('') !== code) expect(findSheetCode(signs.join(''))).toBe('damaged');
		}),
	);
});
