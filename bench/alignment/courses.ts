import type { ParallelPassage } from '#shared/text/parallel/parallel-text.ts';
import type { Said } from './declarations.ts';

/** A passage as it is given to the alignment, and the keys of all that it says. */
export interface Given {
	passage: ParallelPassage;
	keys: string[];
}

export type CourseName = 'as written' | 'no headings known' | 'no headings at all' | 'revised';
export const courseNames: readonly CourseName[] = ['as written', 'no headings known', 'no headings at all', 'revised'];

/** Of the paragraphs of a revised text, so many are left out, cut in two, or joined with the next, each. */
const revisedShare = 0.05;

/** The text of one side. What is revised is the second text alone. */
export function give(said: readonly Said[], course: CourseName, isSecond: boolean, random: () => number): Given[] {
	const kept =
		course === 'as written' || course === 'no headings known' ? said : said.filter((each) => !each.isHeading);
	const parts = kept.map(({ text, key, isHeading }) => ({ text, keys: [key], isHeading }));
	const texts = course === 'revised' && isSecond ? revise(parts, random) : parts;
	return texts.map(({ text, keys, isHeading }, ordinal) => {
		const isKnown = isHeading && course === 'as written';
		return { passage: { ordinal, text, role: isKnown ? 'heading' : 'body', level: isKnown ? 2 : 0 }, keys };
	});
}

interface Part {
	text: string;
	keys: string[];
	isHeading: boolean;
}

function revise(parts: readonly Part[], random: () => number): Part[] {
	const revised: Part[] = [];
	for (let at = 0; at < parts.length; at += 1) {
		const part = parts[at] as Part;
		const next = parts[at + 1];
		const dice = random() / revisedShare;
		if (dice < 1) continue;
		if (dice < 2) revised.push(...halves(part));
		else if (dice < 3 && next) {
			revised.push({ ...part, text: `${part.text} ${next.text}`, keys: [...part.keys, ...next.keys] });
			at += 1;
		} else revised.push(part);
	}
	return revised;
}

/** At the space next to the middle; whole where there is none. */
function halves(part: Part): Part[] {
	const at = part.text.indexOf(' ', Math.floor(part.text.length / 2));
	if (at < 0) return [part];
	return [
		{ ...part, text: part.text.slice(0, at) },
		{ ...part, text: part.text.slice(at + 1) },
	];
}
