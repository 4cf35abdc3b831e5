import { pick, type WordStream } from './vocabulary.ts';

/** Queries as people type them: one word, two, three, a phrase, a word with a slip of the finger. Each kind as often as the others. */
export function makeQueries(streams: readonly WordStream[], random: () => number, count: number): string[] {
	return Array.from({ length: count }, (_, at) => {
		const stream = streams[at % streams.length];
		const words = Array.from({ length: 3 }, () => (stream ? wordOf(stream, random) : ''));
		const [first = '', second = ''] = words;
		switch (Math.floor(at / streams.length) % 5) {
			case 0:
				return first;
			case 1:
				return `${first} ${second}`;
			case 2:
				return words.join(' ');
			case 3:
				return `"${first} ${second}"`;
			default:
				return withSlip(first, random);
		}
	});
}

/** Of the frequent words as often as of the rare ones: people look for both. */
function wordOf({ used }: WordStream, random: () => number): string {
	const rank = Math.floor(used.length ** random());
	return pick(used.slice(rank - 1, rank), () => 0);
}

function withSlip(word: string, random: () => number): string {
	if (word.length < 5) return word;
	const at = 2 + Math.floor(random() * (word.length - 3));
	return word.slice(0, at) + word.slice(at + 1);
}
