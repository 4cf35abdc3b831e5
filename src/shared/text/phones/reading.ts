/** One way to read words aloud: a lower-case word in, one character per sound out. */
export type Reading = (word: string) => string;

/** What a letter sounds like where it stands; `letters` is the whole word. */
type LetterSound = (letter: string, at: number, letters: string) => string;

const longestGroup = 4;

/** A reading by groups of letters (the longest that fits wins), then letter by letter. */
export function readingOf(groups: Readonly<Record<string, string>>, letterSound: LetterSound): Reading {
	const soundOfGroup = new Map(Object.entries(groups));
	return (word) => {
		let sounds = '';
		let at = 0;
		while (at < word.length) {
			const [sound, length] = groupAt(soundOfGroup, word, at) ?? [letterSound(word.charAt(at), at, word), 1];
			sounds += sound;
			at += length;
		}
		return sounds;
	};
}

function groupAt(groups: ReadonlyMap<string, string>, word: string, at: number): [string, number] | null {
	for (let length = Math.min(longestGroup, word.length - at); length > 1; length--) {
		const sound = groups.get(word.slice(at, at + length));
		if (sound !== undefined) return [sound, length];
	}
	return null;
}

/** The sound of a letter by a table; digits stay, what is in no table is silent. */
export function soundIn(table: Readonly<Record<string, string>>): LetterSound {
	return (letter) => table[letter] ?? (letter >= '0' && letter <= '9' ? letter : '');
}
