import { lineEndHyphens } from './tokenise.ts';

const breakInWord = new RegExp(`(?<=[\\p{L}\\p{M}])[${lineEndHyphens}]\\r?\\n[ \\t]*(?=[\\p{Ll}\\p{Lo}])`, 'gv');

/** Lines as one line: words that were broken at the end of one are whole again. */
export function oneLine(text: string): string {
	return text
		.replace(breakInWord, '')
		.replace(/\s*[\r\n]\s*/g, ' ')
		.trim();
}
