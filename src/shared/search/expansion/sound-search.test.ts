import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../text/fold.ts';
import { soundDistance } from '../../text/phones/sound-distance.ts';
import { majorityScript } from '../../text/script.ts';
import { createPackedVocabulary } from '../packed/packed-vocabulary.ts';
import { packed } from '../packed/testing/packed.ts';
import { createKeyNeighbours } from './key-neighbours.ts';
import { soundingLike } from './sound-search.ts';
import { type Sound, soundKeys, soundsOf } from './sounds.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { closeLimits, most, stemPenalty, usualLimits, type WideningLimits } from './widening-limits.ts';

function distanceOf(asked: readonly Sound[], offered: readonly Sound[], limit: number): number {
	const aside = ({ isStem }: Sound) => (isStem ? stemPenalty : 0);
	const between = (one: Sound, other: Sound) =>
		soundDistance(one.phones, other.phones, limit) + (aside(one) + aside(other));
	return Math.min(...asked.flatMap((one) => offered.map((other) => between(one, other))));
}

/** The words that answer `asked` and their distances, when every reading with a key in common is measured to the end. */
function plainlyFound(words: readonly string[], asked: string, limits: WideningLimits): Map<string, number> {
	const own = majorityScript(asked);
	const limit = asked.length <= limits.shortWord ? limits.shortDistance : limits.distance;
	const sounds = soundsOf(asked, '');
	const keys = soundKeys(sounds);
	const neighbours = createKeyNeighbours();
	for (const key of words.flatMap((word) => soundKeys(soundsOf(word, '')))) neighbours.add(key);
	const among = (wanted: ReadonlySet<string>, isAsked: (word: string) => boolean) =>
		words
			.filter(isAsked)
			.map((word) => {
				const found = soundsOf(word, '').filter((sound) => soundKeys([sound]).some((key) => wanted.has(key)));
				return { word, distance: distanceOf(sounds, found, limit) };
			})
			.filter(({ distance }) => distance <= limit);
	const heard = among(new Set(keys), () => true);
	const sure = new Set(heard.filter(({ distance }) => distance <= limits.sure).map(({ word }) => majorityScript(word)));
	const near = new Set(keys.flatMap((key) => [...neighbours.of(key)]));
	const isUnsure = (word: string) => majorityScript(word) !== own && !sure.has(majorityScript(word));
	if (limits.triesNeighbours) heard.push(...among(near, isUnsure));
	const leastIn = (script: string) =>
		Math.min(...heard.filter(({ word }) => majorityScript(word) === script).map(({ distance }) => distance));
	const answering = heard.filter(({ word, distance }) => {
		const script = majorityScript(word);
		if (script !== own) return distance <= leastIn(script) + limits.aboveNearest;
		return asked.length >= limits.shortestNear && distance <= limits.sameScriptDistance;
	});
	return new Map(answering.map(({ word, distance }) => [fold(word), distance]));
}

const written = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 7 });
const word = fc.oneof(written('abkvor'), written('абквор'), written('աբկվօր'), written('აბკვორ'));

function live(words: readonly string[]): Vocabulary {
	const vocabulary = createVocabulary();
	for (const [id, text] of words.entries()) vocabulary.add(id, fold(text), text, '');
	return vocabulary;
}

test.each([
	['growing', live],
	['packed', (words: readonly string[]) => createPackedVocabulary(packed([words.join(' ')], ''))],
])('in a %s vocabulary, what is not measured to the end would not have been chosen', (_, vocabularyOf) => {
	fc.assert(
		fc.property(fc.uniqueArray(word, { maxLength: 24 }), word, fc.boolean(), (words, asked, isClose) => {
			const vocabulary = vocabularyOf(words);
			const limits = isClose ? closeLimits : usualLimits;
			const found = soundingLike(vocabulary, { term: fold(asked), spelling: asked }, limits);
			const expected = plainlyFound(words, asked, limits);
			expect(words.length).toBeLessThanOrEqual(most.heard);
			expect(found.map(({ id }) => vocabulary.termOf(id)).sort()).toEqual([...expected.keys()].sort());
			const distances = found.map(({ id }) => expected.get(vocabulary.termOf(id)) ?? Number.NaN);
			expect(distances).toEqual(distances.toSorted((one, other) => one - other));
		}),
		{ numRuns: 500 },
	);
});
