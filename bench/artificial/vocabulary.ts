/** A writing system by its sounds: words that mean nothing are put together from them. */
export interface Script {
	name: string;
	consonants: readonly string[];
	vowels: readonly string[];
}

export const scripts: readonly Script[] = [
	script('Latin', 'b d f g k l m n p r s t v z sh ch ğ ç', 'a e i o u ə ü'),
	script('Cyrillic', 'б в г д ж з к л м н п р с т х ч ш', 'а е и о у ы я'),
	script('Armenian', 'բ գ դ զ լ կ հ մ ն պ ռ ս վ տ ր ք', 'ա ե է ի ո ու'),
	script('Georgian', 'ბ გ დ ვ ზ კ ლ მ ნ პ რ ს ტ ქ შ ჩ', 'ა ე ი ო უ'),
];

/** Gives one word of running text after the other; `used` are all different words so far, the frequent ones first. */
export interface WordStream {
	next(): string;
	readonly used: readonly string[];
}

/** With these, the number of different words grows with about the 0.6th power of the text: 90,000 in 10,000 passages of
 * several languages, as was counted in real ones. */
const growth = 0.6;
const beginning = 300;

/**
 * A text whose words are as unequal as in nature: each is either new or, the more likely the more often it was said
 * already, one from before (the two-parameter process of Pitman and Yor).
 *
 * @param random numbers in [0, 1)
 */
export function createWordStream(script: Script, random: () => number): WordStream {
	const used: string[] = [];
	const known = new Set<string>();
	const said: number[] = [];

	function newWord(): number {
		// Frequent words are short; a word that exists already grows by a syllable.
		let word = syllables(script, random, used.length < 150 ? 1 : 2 + Math.floor(random() * 3));
		while (known.has(word)) word += syllables(script, random, 1);
		known.add(word);
		return used.push(word) - 1;
	}
	return {
		used,
		next() {
			const isNew = random() < (beginning + growth * used.length) / (beginning + said.length);
			const word = isNew ? newWord() : (said[Math.floor(random() * said.length)] ?? 0);
			said.push(word);
			return used[word] ?? '';
		},
	};
}

function syllables({ consonants, vowels }: Script, random: () => number, count: number): string {
	let word = '';
	for (let syllable = 0; syllable < count; syllable += 1) word += pick(consonants, random) + pick(vowels, random);
	return random() < 0.4 ? word + pick(consonants, random) : word;
}

export function pick<T>(values: readonly T[], random: () => number): T {
	const value = values[Math.floor(random() * values.length)];
	if (value === undefined) throw new RangeError('nothing to pick from');
	return value;
}

function script(name: string, consonants: string, vowels: string): Script {
	return { name, consonants: consonants.split(' '), vowels: vowels.split(' ') };
}
