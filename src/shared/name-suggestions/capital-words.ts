import { lowerCase } from '../text/lower-case.ts';
import { type Token, tokenise } from '../text/tokenise.ts';

/** A word of a text, as far as its looks tell whether it is part of a name. */
export interface LookedWord extends Token {
	lower: string;
	isCapital: boolean;
	/** All of its letters, two at least, are capitals. */
	isAllCapitals: boolean;
	/** A capital alone with a full stop, as before a surname. */
	isInitial: boolean;
	/** It begins a sentence, so that its capital says nothing. */
	isFirst: boolean;
	/** Nothing but a space or a hyphen, or the full stop of an initial, parts it from the word before. */
	isJoined: boolean;
}

const capital = /^[\p{Lu}\p{Lt}]/u;
const lowerLetter = /\p{Ll}/u;
const sentenceEnd = /[.!?:։…՞՜;\n][\s"'«»“”„‘’()[\]–—-]*$/u;
const joint = /^(?:[ \u00a0]|[ \u00a0]?[-‐][ \u00a0]?)$/;
const jointOfInitial = /^\.?[ \u00a0]?$/;

export function lookAtWords(text: string): LookedWord[] {
	const words: LookedWord[] = [];
	let before: LookedWord | undefined;
	for (const token of tokenise(text)) {
		const gap = text.slice(before?.end ?? 0, token.start);
		const isCapital = capital.test(token.text);
		const letters = [...token.text].length;
		const isInitial = isCapital && letters === 1 && text.charAt(token.end) === '.';
		const isAfterInitial = before?.isInitial === true && jointOfInitial.test(gap);
		before = {
			...token,
			lower: lowerCase(token.text),
			isCapital,
			isAllCapitals: isCapital && letters > 1 && !lowerLetter.test(token.text),
			isInitial,
			isFirst: !before || (!isAfterInitial && sentenceEnd.test(gap)),
			isJoined: before !== undefined && (isAfterInitial || joint.test(gap)),
		};
		words.push(before);
	}
	return words;
}

/** Whether a text is a heading in capitals, or with one in every word: there they tell nothing of where a name ends. */
export function isHeading(text: string, words: readonly LookedWord[]): boolean {
	const long = words.filter((word) => word.text.length > shortWord);
	const most = long.length * mostCapitals;
	if (long.length < 3) return false;
	if (long.filter(({ isAllCapitals }) => isAllCapitals).length > most) return true;
	return !/[.,;:!?։՝]/.test(text) && long.filter(({ isCapital }) => isCapital).length > most;
}

const shortWord = 3;
const mostCapitals = 0.8;
