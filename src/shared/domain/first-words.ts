import { beforePair } from './text-range.ts';

const longestTitle = 80;

/** As many whole words as fit, on one line. */
export function firstWords(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	if (line.length <= longestTitle) return line;
	const cut = line.lastIndexOf(' ', longestTitle);
	return `${line.slice(0, cut > 0 ? cut : beforePair(line, longestTitle))}…`;
}
