/** One way to read words aloud: a lower-case word in, one character per sound out. */
export type Reading = (word: string) => string;

/** What a letter sounds like where it stands; `letters` is the whole word. */
type LetterSound = (letter: string, at: number, letters: string) => string;

interface Group {
	letters: string;
	sound: string;
}

/** A reading by groups of letters (the longest that fits wins), then letter by letter. */
export function readingOf(groups: Readonly<Record<string, string>>, letterSound: LetterSound): Reading {
	const byFirst = groupsByFirstLetter(groups);
	return (word) => {
		let sounds = '';
		let at = 0;
		while (at < word.length) {
			const letter = word.charAt(at);
			const group = byFirst.get(letter)?.find(({ letters }) => word.startsWith(letters, at));
			sounds += group ? group.sound : letterSound(letter, at, word);
			at += group ? group.letters.length : 1;
		}
		return sounds;
	};
}

/** Of each letter the groups that begin with it, the longest first. */
function groupsByFirstLetter(groups: Readonly<Record<string, string>>): Map<string, Group[]> {
	const byFirst = new Map<string, Group[]>();
	for (const [letters, sound] of Object.entries(groups)) {
		const first = letters.charAt(0);
		byFirst.set(first, [...(byFirst.get(first) ?? []), { letters, sound }]);
	}
	for (const list of byFirst.values()) list.sort((one, other) => other.letters.length - one.letters.length);
	return byFirst;
}

/** The sound of a letter by a table; digits stay, what is in no table is silent. */
export function soundIn(table: Readonly<Record<string, string>>): LetterSound {
	return (letter) => table[letter] ?? (letter >= '0' && letter <= '9' ? letter : '');
}
