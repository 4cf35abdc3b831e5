import iconv from 'iconv-lite';
import {
	armenian,
	commonLetterShare,
	damagedUtf8,
	informativeSample,
	isForCyrillic,
	isInWholeWords,
	isLatin,
	likeliestCyrillic,
	onlyLetters,
	plainlyCyrillic,
	withoutRules,
} from './encoding-guess.ts';
import { type EncodingId, iconvName } from './encoding-names.ts';
import { guessLanguage } from './language.ts';

/** Letters from which shares of letters say something. */
const fewestLetters = 20;

/**
 * The encoding that text clearly is in, other than the one that its file says; null where that may be true. Programs and
 * servers wrote one name whatever the text was in: UTF-8 that was saved anew, ARMSCII-8 and Cyrillic under the name of
 * Latin-1, KOI8-R that a server handed out as windows-1251.
 */
export function contradicted(bytes: Uint8Array, claimed: EncodingId): EncodingId | null {
	const sample = informativeSample(bytes);
	if (!sample.some((byte) => byte >= 0x80)) return null;
	if (isUtf8(bytes) || damagedUtf8(sample)) return 'utf-8';
	if (/^iso-8859-[19]$/.test(claimed) || isLatin(claimed)) return otherThanLatin(sample, claimed);
	return isForCyrillic(claimed) ? otherCyrillic(sample, claimed) : null;
}

function otherThanLatin(sample: Buffer, claimed: EncodingId): EncodingId | null {
	if (highLetters(sample) >= fewestLetters) {
		if (armenian(sample)) return 'armscii-8';
		const other = likeliestCyrillic(withoutRules(sample), 'windows-1251');
		if (isInWholeWords(sample) && commonLetterShare(sample, other) > 0.45) return other;
	}
	const isWestern = claimed === 'iso-8859-1' || claimed === 'windows-1252';
	if (isWestern && isTurkish(sample)) return 'windows-1254';
	// Quotation marks and dashes of Windows stand where Latin-1 has control characters; HTML takes the one for the other.
	const hasMore = sample.some((byte) => byte >= 0x80 && byte < 0xa0 && byte !== 0x85);
	if (!hasMore || !claimed.startsWith('iso-')) return null;
	return claimed === 'iso-8859-9' ? 'windows-1254' : 'windows-1252';
}

/** Latin-1 has Icelandic letters where Turkish ones are; who writes those writes vowels with accents, which Turkish has not. */
function isTurkish(sample: Buffer): boolean {
	const text = sample.toString('latin1');
	if (!/[ðþýÐÞÝ]/.test(text) || /[áéíóúæ]/.test(text)) return false;
	return guessLanguage(iconv.decode(sample, 'windows-1254')) === 'tr';
}

function otherCyrillic(sample: Buffer, claimed: EncodingId): EncodingId | null {
	const letters = onlyLetters(sample, claimed);
	if (highLetters(letters) < fewestLetters) return null;
	if (commonLetterShare(letters, claimed) < 0.3 && armenian(sample)) return 'armscii-8';
	const plain = hasManySigns(sample, claimed) ? plainlyCyrillic(sample) : null;
	const other = plain ?? likeliestCyrillic(letters, claimed, isInverted(sample, claimed) ? 0 : 0.2);
	// Most signs of the others are letters in that one: what is no plain text in it must have far more common letters.
	const isInDoubt = other === 'ibm866' && !plain && likeliestCyrillic(letters, claimed, 0.3) !== other;
	return other === claimed || isInDoubt ? null : other;
}

/** In a wrong encoding lines and signs stand within words. */
function hasManySigns(sample: Buffer, claimed: EncodingId): boolean {
	const text = iconv.decode(withoutRules(sample), iconvName(claimed));
	const signs = text.match(/[^\p{ASCII}\p{L}\s\u00ad]/gu)?.length ?? 0;
	return signs > (text.match(/[^\p{ASCII}\P{L}]/gu)?.length ?? 0) * 0.25;
}

/** KOI8-R has small letters where windows-1251 has capitals, so that words read as the other begin small and go on large. */
function isInverted(sample: Buffer, claimed: EncodingId): boolean {
	return /(?<!\p{L})\p{Ll}\p{Lu}{3}/u.test(iconv.decode(sample, iconvName(claimed)));
}

function highLetters(sample: Buffer): number {
	return sample.filter((byte) => byte >= 0x80).length;
}

/** Whether they are well-formed in it; ASCII is. */
export function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}
