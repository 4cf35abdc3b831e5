import { characterKinds } from './character-kinds.ts';

const beginning = 1;
const within = 2;
const between = 3;

const kindOf = characterKinds((character) => {
	if (/[\p{L}\p{N}]/u.test(character)) return beginning;
	return /[\p{M}\u00ad'’-]/u.test(character) ? within : between;
});

/** Words begin with a letter or a number; marks, hyphens and apostrophes do not end them. */
export function countWords(text: string): number {
	let count = 0;
	let isInWord = false;
	for (let at = 0; at < text.length; at += 1) {
		const codePoint = text.codePointAt(at) as number;
		if (codePoint > 0xffff) at += 1;
		const kind = kindOf(codePoint);
		if (kind === beginning && !isInWord) count += 1;
		isInWord = kind === beginning || (isInWord && kind === within);
	}
	return count;
}
