import { type Reading, readingOf } from './reading.ts';

/** Letters that sound the same in every language that has them, as sounds: capitals, so that no reading takes them for letters. */
const letterSounds: Readonly<Record<string, string>> = {
	ç: 'C',
	ş: 'S',
	š: 'S',
	ś: 'S',
	ș: 'S',
	ž: 'Z',
	ź: 'Z',
	ż: 'Z',
	č: 'C',
	ć: 'C',
	ğ: 'G',
	ǧ: 'G',
	ġ: 'G',
	ı: 'I',
	ö: 'O',
	ø: 'O',
	œ: 'O',
	ü: 'U',
	ə: 'A',
	ä: 'A',
	æ: 'A',
	đ: 'J',
	ț: 'c',
	ţ: 'c',
	ł: 'l',
	ß: 's',
	þ: 't',
	ð: 'd',
	ħ: 'h',
	ŋ: 'n',
	ĵ: 'Z',
};

/** The word with letters of one sound read already, and all other accents gone. */
export function withLetterSounds(word: string): string {
	let letters = '';
	for (const letter of word.normalize('NFC')) {
		const sound = letter < '\u0080' ? letter : letterSounds[letter];
		letters += sound ?? plainLetter(letter);
	}
	return letters;
}

function plainLetter(letter: string): string {
	const plain = letter.normalize('NFD').charAt(0);
	return plain < '\u0080' ? plain : '';
}

const vowels = 'aAeiIoOuU';
const isVowel = (letter: string | undefined) => letter !== undefined && letter !== '' && vowels.includes(letter);
const isFront = (letter: string | undefined) => letter === 'e' || letter === 'i' || letter === 'y';
const soundOfC = (next: string | undefined) => (isFront(next) ? 's' : 'k');

const groups = {
	tsch: 'C',
	shch: 'S',
	dzh: 'J',
	tch: 'C',
	sch: 'S',
	sh: 'S',
	zh: 'Z',
	kh: 'x',
	gh: 'G',
	ph: 'f',
	th: 't',
	ts: 'c',
	tz: 'c',
	dz: 'D',
	dj: 'J',
	cz: 'C',
	ck: 'k',
	qu: 'kv',
	oo: 'u',
	ee: 'i',
};

/** English, and how it writes names of other languages: kh, gh, sh, zh, ch, ts, dz. */
export const readEnglish: Reading = readingOf({ ...groups, ou: 'u', ch: 'C' }, (letter, at, word) => {
	if (letter === 'c') return soundOfC(word[at + 1]);
	if (letter === 'j') return 'J';
	if (letter === 'x') return 'ks';
	if (letter === 'w') return 'v';
	if (letter === 'y') return isVowel(word[at + 1]) || isVowel(word[at - 1]) ? 'j' : 'i';
	return letter;
});

/** w as the vowel that other scripts write for it: Kuwait, Уганда beside Rwanda. */
export function readWithVowelW(word: string): string {
	return readEnglish(word.replaceAll('w', 'u'));
}

const turkicLetters: Readonly<Record<string, string>> = { c: 'J', j: 'Z', y: 'j', w: 'v' };

/** Turkish and Azerbaijani, one sound a letter: c is J, j is Z, x is kh. */
export const readTurkic: Reading = readingOf({}, (letter) => turkicLetters[letter] ?? letter);

const germanicLetters: Readonly<Record<string, string>> = { c: 'k', x: 'ks', w: 'v', z: 'c', y: 'i' };

/** German and its neighbours: ch is kh, j is y, z is ts. */
export const readGermanic: Reading = readingOf({ ...groups, ch: 'x' }, (letter) => germanicLetters[letter] ?? letter);

const slavicLetters: Readonly<Record<string, string>> = { w: 'v', y: 'I' };

/** Polish, Czech, Croatian and their neighbours: c is ts, j is y. */
export const readSlavic: Reading = readingOf(
	{ ch: 'x', cz: 'C', sz: 'S', rz: 'Z', dz: 'D', ck: 'ck' },
	(letter) => slavicLetters[letter] ?? letter,
);

const spanishLetters: Readonly<Record<string, string>> = { j: 'x', z: 's', x: 'x', y: 'i' };

/** Spanish: j is kh, z and soft c are s, h is silent. */
export const readSpanish: Reading = readingOf(
	{ ch: 'C', ll: 'l', qu: 'k', gue: 'ge', gui: 'gi' },
	(letter, at, word) => (letter === 'c' ? soundOfC(word[at + 1]) : (spanishLetters[letter] ?? letter)),
);

const readFrenchLetters = readingOf(
	{ ...groups, ou: 'u', ch: 'S', eau: 'o', au: 'o', ai: 'e', gue: 'ge', gui: 'gi', qu: 'k' },
	(letter, at, word) => {
		if (letter === 'c') return soundOfC(word[at + 1]);
		if (letter === 'g' && isFront(word[at + 1])) return 'Z';
		if (letter === 'C') return 's';
		if (letter === 'j') return 'Z';
		if (letter === 'x') return 'ks';
		if (letter === 'w') return 'v';
		return letter === 'y' ? 'i' : letter;
	},
);

/** French: ch is sh, ç and soft c are s, and the endings are silent. */
export function readFrench(word: string): string {
	return readFrenchLetters(word.replace(/(?<=[^aeiou]|qu)e?s?$/, '').replace(/(?<=[aeiounr])[dtsxpz]$/, ''));
}
