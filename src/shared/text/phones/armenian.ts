import { readingOf, soundIn } from './reading.ts';

const letters = {
	ա: 'a',
	բ: 'b',
	գ: 'g',
	դ: 'd',
	ե: 'e',
	զ: 'z',
	է: 'e',
	ը: 'I',
	թ: 't',
	ժ: 'Z',
	ի: 'i',
	լ: 'l',
	խ: 'x',
	ծ: 'c',
	կ: 'k',
	հ: 'h',
	ձ: 'D',
	ղ: 'G',
	ճ: 'C',
	մ: 'm',
	յ: 'j',
	ն: 'n',
	շ: 'S',
	ո: 'o',
	չ: 'C',
	պ: 'p',
	ջ: 'J',
	ռ: 'r',
	ս: 's',
	վ: 'v',
	տ: 't',
	ր: 'r',
	ց: 'c',
	ւ: 'v',
	փ: 'p',
	ք: 'k',
	օ: 'o',
	ֆ: 'f',
	և: 'ev',
};
const read = readingOf({ ու: 'u' }, soundIn(letters));

/** Eastern Armenian: ու is one vowel, and ո at the beginning is read vo, except before վ and within ու. */
export function readArmenian(word: string): string {
	const startsWithVo = word.startsWith('ո') && !/^ո[ւվ]/.test(word);
	return (startsWithVo ? 'v' : '') + read(word);
}

/** յ at the beginning was written for h before the reform of 1922 (Յակոբ for Հակոբ), and is abroad. */
export function readClassicalArmenian(word: string): string {
	return readArmenian(word.startsWith('յ') ? `հ${word.slice(1)}` : word);
}
