import { lightStems } from '../../text/light-stems.ts';
import { coarseKeys } from '../../text/phones/coarse-keys.ts';
import { phones } from '../../text/phones/phones.ts';

/** One way in which a word may sound; `isStem` when it is a stem of the word that does. */
export interface Sound {
	phones: string;
	isStem: boolean;
}

/** What stands before a reading of a whole word, and before one of its stem, where readings are bytes. */
export const wordReading = 0;
export const stemReading = 1;

/** A key of one class says nothing. */
const shortestKey = 2;

/**
 * The sounds of a spelling and of its longest light stem.
 *
 * @param spelling in lower case, not folded
 */
export function soundsOf(spelling: string, language: string): Sound[] {
	const whole = phones(spelling, language).map((each) => ({ phones: each, isStem: false }));
	const [stem] = lightStems(spelling, language);
	if (stem === undefined) return whole;
	return [...whole, ...phones(stem, language).map((each) => ({ phones: each, isStem: true }))];
}

/** What words that may sound alike have in common. */
export function soundKeys(sounds: readonly Sound[]): string[] {
	return coarseKeys(sounds.map((sound) => sound.phones)).filter((key) => key.length >= shortestKey);
}

/** The readings one after the other, in ASCII, each after a character that says what it is of. */
export function encodeSounds(sounds: readonly Sound[]): string {
	return sounds.map(({ phones, isStem }) => String.fromCharCode(isStem ? stemReading : wordReading) + phones).join('');
}
