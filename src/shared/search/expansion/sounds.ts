import { lightStems } from '../../text/light-stems.ts';
import { coarseKeys } from '../../text/phones/coarse-keys.ts';
import { phones } from '../../text/phones/phones.ts';

/** One way in which a word may sound; `isStem` when it is a stem of the word that does. */
export interface Sound {
	phones: string;
	isStem: boolean;
}

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
