import { randomFrom } from '../../../e2e/fixtures/random.ts';
import { type ArtificialLanguage, type LanguageCode, languages } from './languages.ts';
import { capitalised, createNextWord, type NextWord, pick } from './text.ts';

/** A passage of an artificial archive, with what is known of its record. */
export interface ArtificialPassage {
	/** From 0. */
	number: number;
	/** That of its record, from 0; the passages of a record stand together. */
	record: number;
	language: LanguageCode;
	kind: string;
	/** YYYY-MM-DD. */
	date: string;
	title: string;
	text: string;
}

/** As many different kinds as archives have; the first are the frequent. */
export const kinds = ['letter', 'news-item', 'report', 'minutes', 'order', 'statement', 'testimony', 'mail', 'other'];

const passagesInRecord = 14;
const shortest = 30;
const longest = 75;
const firstYear = 1890;
const lastYear = 2023;

interface Voice {
	language: ArtificialLanguage;
	next: NextWord;
}

interface ArtificialRecord extends Omit<ArtificialPassage, 'number' | 'text' | 'language'> {
	voice: Voice;
	topic: string[];
	passagesLeft: number;
}

/**
 * Passages without end, the same for the same seed: the first thousand of a million are the thousand. Nothing is
 * remembered of those that were given.
 */
export function* artificialPassages(seed: number): Generator<ArtificialPassage, never> {
	const random = randomFrom(seed);
	const voices = languages.map((language, at) => ({ language, next: createNextWord(language, at) }));
	let record = newRecord(0, voices, random);
	for (let number = 0; ; number += 1) {
		if (record.passagesLeft === 0) record = newRecord(record.record + 1, voices, random);
		record.passagesLeft -= 1;
		const { kind, date, title, voice } = record;
		const text = textOf(record, random);
		yield { number, record: record.record, language: voice.language.code, kind, date, title, text };
	}
}

function newRecord(record: number, voices: readonly Voice[], random: () => number): ArtificialRecord {
	const voice = voiceFor(random(), voices);
	const topic: string[] = [];
	const titleWords = Array.from({ length: 3 + Math.floor(random() * 4) }, () => voice.next(random, topic));
	return {
		...{ record, voice, topic },
		passagesLeft: 1 + Math.floor(-Math.log(1 - random()) * passagesInRecord),
		kind: kinds[Math.min(kinds.length - 1, Math.floor(-Math.log(1 - random()) * 3))] ?? '',
		date: dateFrom(random),
		title: sentence(titleWords, voice.language),
	};
}

function voiceFor(chance: number, voices: readonly Voice[]): Voice {
	let left = chance;
	for (const voice of voices) {
		left -= voice.language.share;
		if (left < 0) return voice;
	}
	return pick(voices, () => 0);
}

/** The recent more often. */
function dateFrom(random: () => number): string {
	const year = lastYear - Math.floor(random() ** 1.6 * (lastYear - firstYear + 1));
	const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function textOf({ voice: { language, next }, topic }: ArtificialRecord, random: () => number): string {
	let left = shortest + Math.floor(random() * (longest - shortest + 1));
	const sentences: string[] = [];
	while (left > 0) {
		const length = Math.min(left, 6 + Math.floor(random() * 12));
		const words = Array.from({ length }, (_, at) => {
			const word = next(random, topic);
			return at < length - 1 && random() < 0.08 ? `${word},` : word;
		});
		sentences.push(sentence(words, language) + language.fullStop);
		left -= length;
	}
	return sentences.join(' ');
}

function sentence([first = '', ...words]: readonly string[], { hasCapitals }: ArtificialLanguage): string {
	return [hasCapitals ? capitalised(first) : first, ...words].join(' ');
}
