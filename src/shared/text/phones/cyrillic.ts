import { readingOf, soundIn } from './reading.ts';

const russian = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'e',
	ё: 'o',
	ж: 'Z',
	з: 'z',
	и: 'i',
	й: 'j',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'x',
	ц: 'c',
	ч: 'C',
	ш: 'S',
	щ: 'S',
	ъ: '',
	ы: 'I',
	ь: '',
	э: 'e',
	ю: 'ju',
	я: 'ja',
};
/** Azerbaijani as it was written from 1958 to 1991. */
const azerbaijani = { ә: 'A', ғ: 'G', ҝ: 'g', ҹ: 'J', һ: 'h', ө: 'O', ү: 'U', ј: 'j' };
const others = {
	ѐ: 'e',
	ѝ: 'i',
	і: 'i',
	ї: 'i',
	є: 'e',
	ґ: 'g',
	ў: 'v',
	ђ: 'J',
	ћ: 'C',
	џ: 'J',
	љ: 'l',
	њ: 'n',
	ѕ: 'D',
	җ: 'J',
	қ: 'q',
	ң: 'n',
	ҳ: 'h',
	ӏ: '',
};
const groups = { дж: 'J', дз: 'D', тс: 'c', тц: 'c', тч: 'C', шч: 'S', чж: 'Z', цз: 'J' };

/** Russian, Azerbaijani Cyrillic and their neighbours: their letters do not contradict each other. */
export const readCyrillic = readingOf(groups, soundIn({ ...russian, ...azerbaijani, ...others }));
