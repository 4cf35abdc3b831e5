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
	return isLatin(narrow) && isInWholeWords(sample) ? likeliestCyrillic(sample, 'windows-1251') : narrow;
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
	if (isCyrillic(id)) return likeliestCyrillic(sample, id);
	// Short French is taken for Hungarian; the letters of either give it away.
	return id === 'windows-1250' && looksFrench(sample) ? null : id;
}

const cyrillic = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'] as const;

function isCyrillic(id: EncodingId): boolean {
	return cyrillic.some((other) => other === id);
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
	return best.id === 'windows-1251' && isMac(sample) ? 'x-mac-cyrillic' : best.id;
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

function looksFrench(sample: Buffer): boolean {
	const high = iconv.decode(sample, 'windows-1252').match(/[\u0080-\uffff]/g) ?? [];
	return high.every((letter) => 'éèêëàâçùûüôöîïœæÉÈÊÀÂÇÔÎŒ«»’‘“”–—…°\u00a0'.includes(letter));
}

/** windows-1252 has no character at five places; ISO-8859-1 has one everywhere. */
function western(sample: Buffer): EncodingId {
	return iconv.decode(sample, 'windows-1252').includes('\ufffd') ? 'iso-8859-1' : 'windows-1252';
}
