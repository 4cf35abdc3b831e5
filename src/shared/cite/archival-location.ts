/** The levels of an archive's reference code, from the fonds down to the leaf. */
export const locationLevels = ['fonds', 'inventory', 'file', 'leaf'] as const;
export type LocationLevel = (typeof locationLevels)[number];

/** Where an archive keeps an item, read from words like "State Archive, f. 57, op. 5, d. 12, l. 3". */
export interface ArchivalLocation {
	/** What stands before the code: the repository, as written. */
	repository: string;
	parts: readonly { level: LocationLevel; value: string }[];
	/** What stands behind the code, as written. */
	rest: string;
}

/** What each level is called in catalogues that are written in Latin, Russian and Armenian letters. */
const labels: Readonly<Record<LocationLevel, string>> = {
	fonds: 'fonds|fond|f|фонд|ф|ֆոնդ|ֆ',
	inventory: 'opis|op|inv|опись|оп|ցուցակ|ց',
	file: 'delo|file|d|дело|д|ед\\. ?хр|գործ|գ',
	leaf: 'list|ll|l|лист|лл|л|թերթ|թթ|թ',
};

const value = '[\\p{L}\\p{N}][\\p{L}\\p{N}/\\-–]*(?: ?(?:об|ob|շր)\\.)?';
const part = Object.entries(labels)
	.map(([level, names]) => `(?<![\\p{L}\\p{N}])(?:${names})[.․]? ?(?<${level}>${value})`)
	.join('|');

/**
 * The repository and reference code in a record's words of where it came from; null unless these name a fonds and one more
 * level, in order, so that no sentence is taken for a code.
 */
export function archivalLocation(words: string): ArchivalLocation | null {
	const found = [...words.matchAll(new RegExp(part, 'giu'))].flatMap((match) => {
		const [level, text] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
		return level && text && /\p{N}/u.test(text) ? [{ level: level as LocationLevel, value: text, match }] : [];
	});
	const [first, last] = [found[0], found.at(-1)];
	const ranks = found.map(({ level }) => locationLevels.indexOf(level));
	const isInOrder = ranks.every((rank, at) => at === 0 || rank > (ranks[at - 1] ?? 0));
	if (!first || !last || first.level !== 'fonds' || found.length < 2 || !isInOrder) return null;
	const end = last.match.index + last.match[0].length;
	const between = found.slice(1).map(({ match }, at) => {
		const before = found[at]?.match;
		return words.slice((before?.index ?? 0) + (before?.[0].length ?? 0), match.index);
	});
	if (!between.every((text) => /^[\s.,;:․]*$/u.test(text))) return null;
	return {
		repository: trimmed(words.slice(0, first.match.index)),
		parts: found.map(({ level, value: text }) => ({ level, value: text })),
		rest: trimmed(words.slice(end)),
	};
}

/** A code as it was written down, without the repository where it begins with that: a reference has it in a place of its own. */
export function withoutRepository(code: string, repository: string): string {
	const isSaid =
		repository !== '' && code.startsWith(repository) && !/^[\p{L}\p{M}\p{N}]/u.test(code.slice(repository.length));
	return isSaid ? trimmed(code.slice(repository.length)) : code;
}

/** Without the commas and stops that held it to the code. */
function trimmed(text: string): string {
	return text.replace(/^[\s,;:․.]+/u, '').replace(/[\s,;:]+$/u, '');
}
