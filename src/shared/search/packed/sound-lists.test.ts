import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestCompared } from '../../text/phones/sound-costs.ts';
import { soundingLike } from '../expansion/sound-search.ts';
import { type Sound, soundKeys } from '../expansion/sounds.ts';
import { usualLimits } from '../expansion/widening-limits.ts';
import { checkWidening } from './check-segment.ts';
import { placeOf } from './key-table.ts';
import { createPackedVocabulary } from './packed-vocabulary.ts';
import type { Segment } from './segment.ts';
import { SoundListWriter } from './sound-list-writer.ts';
import { ReadingCursor, type SoundLists, stemBit } from './sound-lists.ts';
import { packed } from './testing/packed.ts';

const words = ['kamara', 'kamera', 'kamorav', 'камара', 'камера', 'կամարա', 'konak', 'конак', 'kanaka'];
const segmentOfWords = () => packed([words.join(' ')]);

const sound: fc.Arbitrary<Sound> = fc.record({
	phones: fc.string({ unit: fc.constantFrom(...'abkh'), maxLength: longestCompared + 2 }),
	isStem: fc.boolean(),
});
const entry = fc.record({ sound, term: fc.nat({ max: 300 }) });

function written(entries: readonly { sound: Sound; term: number }[], scripts: Uint8Array): SoundLists {
	const writer = new SoundListWriter();
	for (const each of entries) writer.add(each.sound, each.term);
	const work = writer.finish(scripts);
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

function* readIn(lists: SoundLists, key: string): Generator<string> {
	const reading = new ReadingCursor(lists);
	reading.enter(placeOf(lists.keys, key));
	while (reading.nextGroup()) {
		let phones = '';
		while (reading.next()) {
			const { common, isStem, term, script, bytes, start, end } = reading;
			phones = phones.slice(0, common) + String.fromCharCode(...bytes.subarray(start, end));
			yield [script, phones, isStem ? 1 : 0, term].join(' ');
		}
	}
}

test('a list has each reading with its key once, by script and in order', () => {
	fc.assert(
		fc.property(fc.array(entry, { maxLength: 40 }), fc.nat({ max: 3 }), (entries, seed) => {
			const scripts = Uint8Array.from({ length: 301 }, (_, term) => 1 + ((term * (seed + 1)) % 4));
			const lists = written(entries, scripts);
			const short = entries.filter(({ sound: { phones } }) => phones.length <= longestCompared);
			for (const key of new Set(short.flatMap(({ sound: each }) => soundKeys([each])))) {
				const expected = short
					.filter(({ sound: each }) => soundKeys([each]).includes(key))
					.map(({ sound: { phones, isStem }, term }) => [scripts[term], phones, isStem ? 1 : 0, term].join(' '));
				const read = [...readIn(lists, key)];
				expect(read.toSorted()).toEqual([...new Set(expected)].sort());
				const byReading = read.map((each) => each.split(' ').slice(0, 2).join(' '));
				expect(byReading).toEqual(byReading.toSorted());
			}
		}),
	);
});

/** Where the first reading of the first list stands: after its script and its length. */
const firstReading = 2;

test.each([
	['what the reading before has not', (bytes: Uint8Array) => bytes.fill(1, firstReading, firstReading + 1)],
	['more sounds than there are', (bytes: Uint8Array) => bytes.fill(60, firstReading + 1, firstReading + 2)],
	['sounds that there are not', (bytes: Uint8Array) => bytes.fill(stemBit, firstReading + 2, firstReading + 3)],
	['bytes beyond its list', (bytes: Uint8Array) => bytes.fill(127, 1, 2)],
	['a term that there is not', (bytes: Uint8Array) => bytes.fill(255)],
])('a segment whose list of sounds names %s is not read', (_, spoil) => {
	const segment = segmentOfWords();
	expect(checkWidening(segment)).toBe(true);
	spoil(segment.sections.soundBytes);
	expect(checkWidening(segment)).toBe(false);
});

test('a list of sounds that somebody made up answers or is refused', () => {
	const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
			const segment: Segment = segmentOfWords();
			const { soundBytes } = segment.sections;
			for (const { at, byte } of changes) soundBytes[at % soundBytes.length] = byte;
			if (!checkWidening(segment)) return;
			const vocabulary = createPackedVocabulary(segment);
			for (const word of words) {
				const found = soundingLike(vocabulary, { term: word, spelling: word }, usualLimits);
				for (const { id } of found) expect(vocabulary.termOf(id)).not.toBe('');
			}
		}),
	);
});
