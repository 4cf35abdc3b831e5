import type { ArtificialLanguage } from './languages.ts';
import { createRankDraw } from './ranks.ts';
import { createWordShapes } from './word-shapes.ts';

/** Gives words of running text in one language; `topic` are those that the record says again and again. */
export type NextWord = (random: () => number, topic: string[]) => string;

/** Fitted to what was counted in real archives of several languages: 352,000 different words in 100,000 passages. */
const words = createRankDraw(500, 1.82);
const names = createRankDraw(150, 1.6);
/** One for all languages: a name has the same sounds in each. */
const nameSeed = 77;

const topicSize = 40;
const shares = { number: 0.02, name: 0.05, topic: 0.25, slip: 0.006, softHyphen: 0.001 };

export function createNextWord(language: ArtificialLanguage, seed: number): NextWord {
	const { functionWords, endings, inflected, nameEndings, apostrophe, hasCapitals } = language;
	const wordOf = createWordShapes(language, seed);
	const nameOf = createWordShapes(language, nameSeed);

	function name(random: () => number): string {
		const stem = nameOf(names(random) + 200);
		const written = hasCapitals ? capitalised(stem) : stem;
		if (random() >= inflected || nameEndings.length === 0) return written;
		return written + apostrophe + pickFrequent(nameEndings, random);
	}
	function word(random: () => number): string {
		const rank = words(random) - functionWords.length;
		if (rank < 0) return functionWords[rank + functionWords.length] ?? '';
		const stem = wordOf(rank);
		const form = random() < inflected ? stem + pickFrequent(endings, random) : stem;
		const chance = random();
		if (chance < shares.slip) return withSlip(form, random);
		return chance < shares.slip + shares.softHyphen ? withSoftHyphen(form) : form;
	}
	return (random, topic) => {
		const chance = random();
		if (chance < shares.number) return number(random);
		if (chance < shares.number + shares.topic && topic.length > 0) return pick(topic, random);
		const next = random() < shares.name ? name(random) : word(random);
		// Words that say nothing are everywhere already.
		if (next.length > 3) topic[topic.length < topicSize ? topic.length : Math.floor(random() * topicSize)] = next;
		return next;
	};
}

function number(random: () => number): string {
	return String(random() < 0.5 ? 1900 + Math.floor(random() * 125) : Math.floor(random() * random() * 99_999));
}

/** As scanners and fingers make them: a letter for another. */
function withSlip(word: string, random: () => number): string {
	const at = Math.floor(random() * word.length);
	const other = word.charAt(Math.floor(random() * word.length));
	return word.slice(0, at) + other + word.slice(at + 1);
}

function withSoftHyphen(word: string): string {
	const at = Math.floor(word.length / 2);
	return `${word.slice(0, at)}\u00ad${word.slice(at)}`;
}

export function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

export function pick<T>(values: readonly T[], random: () => number): T {
	const value = values[Math.floor(random() * values.length)];
	if (value === undefined) throw new RangeError('nothing to pick from');
	return value;
}

/** The first ones more often. */
function pickFrequent(values: readonly string[], random: () => number): string {
	return values[Math.floor(random() ** 2 * values.length)] ?? '';
}
