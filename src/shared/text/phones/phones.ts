import { majorityScript } from '../script.ts';
import { readArmenian, readClassicalArmenian } from './armenian.ts';
import { readCyrillic } from './cyrillic.ts';
import { readGeorgian } from './georgian.ts';
import {
	readEnglish,
	readFrench,
	readGermanic,
	readSlavic,
	readSpanish,
	readTurkic,
	readWithVowelW,
	withLetterSounds,
} from './latin.ts';

const turkicLetter = /[ışğə]/u;
/** As French, and English after it, long wrote names in -ov and -ev. */
const oldRussianEnding = /..[oe]ff$/;
const longestRead = 60;

/**
 * How a word may sound: one character per sound, the likeliest reading first, none twice.
 *
 * Consonants p b f v t d k g q x(kh) h G(gh, ğ) s z S(sh) Z(zh) c(ts) C(ch) D(dz) J(dzh) l m n r, glide j, vowels
 * a A(ä, ə) e i I(ı, schwa) o O u U.
 *
 * Nothing for numbers and for scripts that Lectern does not read aloud.
 *
 * @param word in lower case but not folded: accents and ı tell how it is read
 * @param language BCP 47 of the text; '' or 'und' when not known, as of every query: more readings then
 */
export function phones(word: string, language: string): string[] {
	if (word.length > longestRead) return [];
	return [...new Set(readings(word, language).map(simplify))].filter((sounds) => sounds !== '');
}

function readings(word: string, language: string): string[] {
	switch (majorityScript(word)) {
		case 'cyrillic':
			return [readCyrillic(word.replace(/[\u0300\u0301]/g, ''))];
		case 'armenian':
			return word.startsWith('յ') ? [readArmenian(word), readClassicalArmenian(word)] : [readArmenian(word)];
		case 'georgian':
			return [readGeorgian(word)];
		case 'latin':
			return latinReadings(word, primary(language));
		default:
			return [];
	}
}

function latinReadings(word: string, language: string): string[] {
	const letters = withLetterSounds(word);
	const isSurelyTurkic = turkicLetter.test(word);
	if (isSurelyTurkic) return [readTurkic(letters)];
	if (language === 'az' || language === 'tr') {
		const turkic = [readTurkic(letters), readEnglish(letters)];
		return letters.includes('C') ? [...turkic, readFrench(letters)] : turkic;
	}
	const read = [readEnglish(letters)];
	if (oldRussianEnding.test(letters)) read.push(readEnglish(letters.replace(/ff$/, 'v')));
	if (/[cjqx]/.test(letters) && !/w|[ksgzcpt]h|ts|ck|ou/.test(letters)) read.push(readTurkic(letters));
	if (letters.includes('w')) read.push(readWithVowelW(letters));
	if (language !== 'fr' && /ch|j|z/.test(letters) && !/[ksgz]h|tch|dj|ou/.test(letters)) {
		read.push(readGermanic(letters));
	}
	if (/c(?![hk])|j|[rs]z/.test(letters)) read.push(readSlavic(letters));
	if (letters.includes('j')) read.push(readSpanish(letters));
	if (language === 'fr' || language === '') {
		const french = readFrench(letters);
		if (french.length > 1) read.push(french);
	}
	return read;
}

function primary(language: string): string {
	const code = language.split('-', 1)[0] ?? '';
	return code === 'und' ? '' : code;
}

/** What spellings of one sound differ in: affricates in two letters, ij before a vowel, doubled consonants. */
function simplify(sounds: string): string {
	if (!twofold.test(sounds)) return sounds;
	return sounds
		.replaceAll('SC', 'S')
		.replace(/t(?=[Cc])|d(?=[DJ])/g, '')
		.replace(/tS|d[sz]|ts|dZ/g, (pair) => affricates[pair] ?? pair)
		.replace(/ij(?=[aeou])/g, 'i')
		.replace(/([^aAeiIoOuU])\1+/g, '$1');
}

const twofold = /SC|t[CcSs]|d[DJszZ]|ij|([^aAeiIoOuU])\1/;
const affricates: Readonly<Record<string, string>> = { tS: 'C', ts: 'c', dz: 'D', ds: 'D', dZ: 'J' };
