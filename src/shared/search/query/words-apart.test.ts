import { expect, test } from 'vitest';
import { createEngine } from '../engine.ts';
import { createExpander } from '../expander.ts';
import { createAliases } from '../expansion/aliases.ts';
import { createNamePhrases } from '../expansion/name-phrases.ts';
import { createWidener } from '../expansion/widener.ts';
import type { IndexPart } from '../index-part.ts';
import { createLivePart } from '../live-part.ts';
import type { WordNode } from './query-tree.ts';
import { documentOf, ownerOf } from './testing/corpus.ts';
import { matchApart } from './words-apart.ts';

const node = (text: string): WordNode => ({
	...{ type: 'word', text, isPrefix: false, isUnfinished: false, start: 0, end: 0 },
});
const nodes = (text: string) =>
	text
		.split(' ')
		.filter((word) => word !== '')
		.map(node);
/** `Zorba _ Rim`: what stands where the line is. */
const around = (text: string) => {
	const [before = '', after = ''] = text.split('_');
	return { before: nodes(before), after: nodes(after) };
};

/** Asks where words stand by themselves, and counts how often it is asked where any words stand in a text. */
function apartIn(passages: readonly string[], words: string, surroundings: readonly string[]) {
	const live = createLivePart();
	live.replace(
		{ owner: ownerOf('a'), years: null },
		passages.map((text, at) => documentOf('a', at, text)),
	);
	live.settle();
	let asked = 0;
	const part: IndexPart = Object.create(live, {
		placesOf: {
			value: (wanted: Parameters<IndexPart['placesOf']>[0]) => {
				const places = live.placesOf(wanted);
				return (doc: number) => {
					asked += 1;
					return places(doc);
				};
			},
		},
	});
	const names = { aliases: createAliases([]), phrases: createNamePhrases([]) };
	const expander = createExpander(createWidener([part.vocabulary]), names, { isClose: false, without: [] });
	const engine = createEngine([part], expander, new Uint32Array());
	const reading = { isNear: true, isExcluded: false };
	const { docs } = matchApart(engine, nodes(words), surroundings.map(around), reading).all();
	return { docs: [...docs], asked };
}

const passages = [
	'Then Quillim spoke.',
	'Vanda Quillim listened.',
	'Quillim, Vanda: a list.',
	'Vanda Quillim and Quillim left.',
	'Zorba Petr Quillim came.',
	'Petr Quillim went.',
	'Nobody.',
];

test('words stand by themselves where they do once, and amid a longer run either way they do not', () => {
	expect(apartIn(passages, 'Quillim', []).docs).toEqual([0, 1, 2, 3, 4, 5]);
	expect(apartIn(passages, 'Quillim', ['Vanda _']).docs).toEqual([0, 3, 4, 5]);
	expect(apartIn(passages, 'Quillim', ['Vanda _', 'Zorba Petr _']).docs).toEqual([0, 3, 5]);
	expect(apartIn(['A Quillim Rim.', 'Rim Quillim A.', 'A Quillim.'], 'Quillim', ['A _ Rim']).docs).toEqual([2]);
});

test('so do several words, of which each end may have others around it', () => {
	const some = ['Ter Quillim spoke.', 'Vanda Ter Quillim spoke.', 'Ter Quillim, Vanda', 'Quillim spoke.'];
	expect(apartIn(some, 'Ter Quillim', ['Vanda _']).docs).toEqual([0]);
});

test('amid the words of two runs of one shape nothing stands by itself', () => {
	const some = ['Zorba Rim Quillim came.', 'Rim Quillim came.'];
	expect(apartIn(some, 'Quillim', ['Zorba Petr _', 'Vanda Rim _']).docs).toEqual([1]);
});

test('hundreds of runs of one shape are asked for as often as two', () => {
	const others = Array.from({ length: 300 }, (_, at) => `Given${at} _`);
	const few = apartIn(passages, 'Quillim', ['Vanda _', 'Zorba _']);
	const many = apartIn(passages, 'Quillim', ['Vanda _', ...others, 'Zorba _']);
	expect(many).toEqual(few);
});
