import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import { type EncodingId, encodingNamed, iconvName } from './encoding-names.ts';

/** Bytes that are looked at: enough for the statistics, and bounded for files of many megabytes. */
const sampleBytes = 64 * 1024;

/**
 * What the detector may answer. Mac and OS/2 Cyrillic are left out: in short texts it takes windows-1251 for them. Of
 * Mac's the letters tell (`isMac`); files in the other are so rare that a person's choice must do.
 */
const detectable = [
	'windows-1251',
	'koi8-r',
	'koi8-u',
	'ibm866',
	'iso-8859-5',
	'windows-1250',
	'windows-1252',
	'windows-1253',
	'windows-1254',
	'windows-1256',
	'windows-1257',
	'shift_jis',
	'euc-jp',
	'gb18030',
	'big5',
	'euc-kr',
];

/** The likeliest encoding of bytes that carry no byte order mark and are not well-formed UTF-8. */
export function guessEncoding(bytes: Uint8Array): EncodingId {
	const sample = informativeSample(bytes);
	const narrow = wideEncoding(sample) ?? damagedUtf8(sample) ?? armenian(sample) ?? detected(sample) ?? western(sample);
	return isLatin(narrow) && isInWholeWords(sample) ? likeliestCyrillic(withoutRules(sample), 'windows-1251') : narrow;
}

/** From shortly before the first byte that is not ASCII: a long English head tells nothing. */
export function informativeSample(bytes: Uint8Array): Buffer {
	const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
	// Even, so that pairs of bytes stay pairs.
	const start = Math.max(0, first - 512) & ~1;
	const length = Math.min(sampleBytes, bytes.byteLength - start);
	return Buffer.from(bytes.buffer, bytes.byteOffset + start, length);
}

const wideText =
	/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\s!-@[-`{-~«»–—‘’“”„…№\u00a0]/gu;

/** UTF-16 without a byte order mark: the wrong order of bytes gives characters from all over Unicode. */
function wideEncoding(sample: Buffer): EncodingId | null {
	if (sample.length < 4 || !sample.subarray(0, 4096).some((byte) => byte < 0x09)) return null;
	const even = sample.subarray(0, sample.length & ~1);
	for (const id of ['utf-16le', 'utf-16be'] as const) {
		const text = iconv.decode(even, id);
		if ((text.match(wideText)?.length ?? 0) > text.length * 0.95) return id;
	}
	return null;
}

/** UTF-8 in which a few bytes were lost: no other encoding has so many well-formed sequences. */
export function damagedUtf8(sample: Buffer): EncodingId | null {
	const text = sample.toString('utf8');
	const wrong = text.match(/\ufffd/g)?.length ?? 0;
	const right = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
	return right >= 8 && wrong <= right * 0.1 ? 'utf-8' : null;
}

/**
 * ARMSCII-8, which no detector knows. Capital and small letters alternate in it, so Cyrillic read as Armenian changes
 * case inside words all the time; and 0xB2/0xB3 (Ա, ա), the commonest letter, is no Russian letter.
 */
export function armenian(sample: Buffer): EncodingId | null {
	const text = iconv.decode(sample, iconvName('armscii-8'));
	const high = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
	const letters = text.match(/[Ա-Ֆա-և]/g)?.length ?? 0;
	if (letters < 4 || letters < high * 0.9) return null;
	const commonest = text.match(/[Աա]/g)?.length ?? 0;
	const caseBreaks = text.match(/[ա-և](?=[Ա-Ֆ])/g)?.length ?? 0;
	return commonest >= letters * 0.05 && caseBreaks <= letters * 0.05 ? 'armscii-8' : null;
}

function detected(sample: Buffer): EncodingId | null {
	const { encoding } = detect(sample, { detectEncodings: detectable, minimumThreshold: 0.1 });
	const id = encoding === null ? null : encodingNamed(encoding);
	if (id === null) return null;
	if (isCyrillic(id)) return likeliestCyrillic(withoutRules(sample), id);
	// Short French is taken for Hungarian; the letters of either give it away.
	return id === 'windows-1250' && looksFrench(sample) ? null : id;
}

const cyrillic = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'] as const;

function isCyrillic(id: EncodingId): boolean {
	return cyrillic.some((other) => other === id);
}

/** Whether Russian is written in it, a byte a letter. */
export function isForCyrillic(id: EncodingId): boolean {
	return isCyrillic(id) || id === 'x-mac-cyrillic' || id === 'ibm855';
}

const latin = ['windows-1250', 'windows-1252', 'windows-1254', 'windows-1257', 'iso-8859-1'] as const;

export function isLatin(id: EncodingId): boolean {
	return latin.some((other) => other === id);
}

/**
 * Whether most letters that are not ASCII stand three and more together. In words of Latin letters they stand alone, or
 * two at most; in short texts, where letters are too few to be counted, that tells another alphabet.
 */
export function isInWholeWords(sample: Buffer): boolean {
	const text = sample.toString('latin1');
	const letters = text.match(/[\u00c0-\u00ff]/g)?.length ?? 0;
	const together = text.match(/[\u00c0-\u00ff]{3,}/g)?.join('').length ?? 0;
	return together > letters * 0.6;
}

/**
 * Capitals in windows-1251 are small letters in KOI8-R, and the detector falls for them. The ten commonest letters make
 * up six tenths of Russian in the right encoding, and two or three tenths in a wrong one.
 */
export function likeliestCyrillic(sample: Buffer, found: EncodingId, lead = 0.15): EncodingId {
	let best = { id: found, share: commonLetterShare(sample, found) + lead };
	for (const id of cyrillic) {
		const share = commonLetterShare(sample, id);
		if (share > best.share) best = { id, share };
	}
	return orMac(sample, best.id);
}

function orMac(sample: Buffer, found: EncodingId): EncodingId {
	return found === 'windows-1251' && isMac(sample) ? 'x-mac-cyrillic' : found;
}

/**
 * Small letters are those of windows-1251 but for я, which stands there as Я: within words, and with no я anywhere, that
 * is no spelling.
 */
function isMac(sample: Buffer): boolean {
	const text = iconv.decode(sample, 'windows-1251');
	return (
		!text.includes('я') &&
		(text.match(/(?<=[а-ю])Я|(?<![А-я])Я(?=[а-ю]{2})/gu)?.length ?? 0) > 1 &&
		/[а-ю]Я/u.test(text)
	);
}

export function commonLetterShare(sample: Buffer, id: EncodingId): number {
	const text = iconv.decode(sample, iconvName(id));
	const high = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
	return (text.match(/[оеаинтсрвл]/giu)?.length ?? 0) / Math.max(1, high);
}

/**
 * The sample with spaces for all bytes that are no letters in an encoding of one byte a letter. Some of them are common
 * letters elsewhere: in IBM866 the no-break space of windows-1251 is the а, and the line of KOI8-R the А, so that indents
 * and rules would outweigh all words.
 */
export function onlyLetters(sample: Buffer, id: EncodingId): Buffer {
	const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
	const isLetter = Array.from(iconv.decode(bytes, iconvName(id)), (character) => /\p{L}/u.test(character));
	return Buffer.from(withoutRules(sample).map((byte) => (isLetter[byte] ? byte : 0x20)));
}

/** With spaces for indents and rules, which are one byte over and over; no word has a letter three times together. */
export function withoutRules(sample: Buffer): Buffer {
	const text = sample.toString('latin1').replaceAll(/([\u0080-\u00ff])\1{2,}/g, (rule) => ' '.repeat(rule.length));
	return Buffer.from(text, 'latin1');
}

/**
 * The encoding in which it reads as Russian throughout: next to nothing but letters, the common ones common, and none as
 * common as an indent or a quotation mark that is a letter there.
 */
export function plainlyCyrillic(sample: Buffer): EncodingId | null {
	const words = withoutRules(sample);
	const found = cyrillic.find((id) => {
		const text = iconv.decode(words, iconvName(id)).toLowerCase();
		const signs = text.match(/[\u0080-\uffff]/g)?.filter((sign) => sign !== '\u00a0').length ?? 0;
		const letters = text.match(/[а-яё]/g) ?? [];
		const counts = new Map<string, number>();
		for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
		const isRussian =
			letters.length > signs * 0.95 && (text.match(/[оеаинтсрвл]/g)?.length ?? 0) > letters.length * 0.5;
		return isRussian && Math.max(...counts.values()) < letters.length * 0.2;
	});
	return found ? orMac(sample, found) : null;
}

function looksFrench(sample: Buffer): boolean {
	const high = iconv.decode(sample, 'windows-1252').match(/[\u0080-\uffff]/g) ?? [];
	return high.every((letter) => 'éèêëàâçùûüôöîïœæÉÈÊÀÂÇÔÎŒ«»’‘“”–—…°\u00a0'.includes(letter));
}

/** windows-1252 has no character at five places; ISO-8859-1 has one everywhere. */
function western(sample: Buffer): EncodingId {
	return iconv.decode(sample, 'windows-1252').includes('\ufffd') ? 'iso-8859-1' : 'windows-1252';
}
