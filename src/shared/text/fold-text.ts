import { foldOnce } from './fold.ts';

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Each of its words folded, and what is between them as it is: for looking for what may stand in the middle of a word. */
export function foldText(text: string): string {
	return text.normalize('NFC').replace(words, foldOnce);
}
