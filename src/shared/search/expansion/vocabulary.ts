import { lowerCase } from '../../text/lower-case.ts';
import { longestCompared } from '../../text/phones/sound-costs.ts';
import { majorityScript, type Script, scripts } from '../../text/script.ts';
import { stemKeys } from '../../text/stems.ts';
import type { Heard, Hearing } from './hearing.ts';
import { createKeyNeighbours } from './key-neighbours.ts';
import { createPostings } from './postings.ts';
import type { OfferedReading } from './sound-meter.ts';
import { soundKeys, soundsOf } from './sounds.ts';

/** What the words of the indexed texts are looked up by besides their letters: stems, and classes of sounds. */
export interface Vocabulary {
	termOf(id: number): string;
	scriptOf(id: number): Script;
	stemsOf(id: number): string[];
	withStem(key: string): readonly number[];
	/** The words that are heard by a reading with any of these keys of sounds. None twice, in no order. */
	hear(keys: readonly string[], hearing: Hearing): Heard[];
	/** The same of keys that are one class of sounds away, or nearly so. */
	hearNear(keys: readonly string[], hearing: Hearing): Heard[];
}

/**
 * A vocabulary in which words come and go. Keys of new words are worked out by `settle`, or when first asked for; sounds
 * when a word is listened to, and kept for a while.
 */
export interface GrowingVocabulary extends Vocabulary {
	/** A word as it stands in a text. `id` is the caller's number for `term`, the folded word. */
	add(id: number, term: string, surface: string, language: string): void;
	remove(id: number): void;
	/** Works out all keys that are missing, so that no search has to wait for it. */
	settle(): void;
}

interface Word {
	term: string;
	script: Script;
	spellings: Spelling[];
}

interface Spelling {
	/** In lower case, not folded. */
	text: string;
	language: string;
}

/** One way in which a word may sound, and the keys that it is found by. */
interface Reading {
	bytes: Uint8Array;
	isStem: boolean;
	keys: readonly string[];
}

/** What is shorter has no sounds and no stems: too many words would share them. */
export const shortestWidened = 3;
/** A word that is written in more ways than this, or in more languages, is looked up by the first ones. */
export const mostSpellings = 8;
const mostReadingsKept = 50_000;
const startsWithDigit = /^\p{N}/u;

/** Whether a folded word has stems and sounds at all. */
export function isWidened(term: string): boolean {
	return term.length >= shortestWidened && !startsWithDigit.test(term) && majorityScript(term) !== 'other';
}

export function createVocabulary(): GrowingVocabulary {
	const words = new Map<number, Word>();
	const pending: (Spelling & { id: number })[] = [];
	const byStem = createPostings();
	const bySound = createPostings();
	const neighbours = createKeyNeighbours();
	let neighbourCount = 0;
	const readings = new Map<number, Reading[]>();

	function settle(): void {
		if (pending.length === 0) return;
		for (const { id, text, language } of pending) {
			const word = words.get(id);
			if (!word) continue;
			for (const key of stemKeys(text, language, word.term)) byStem.add(key, id);
			for (const key of soundKeys(soundsOf(text, language))) bySound.add(key, id);
		}
		pending.length = 0;
		if (neighbourCount === bySound.keyCount) return;
		let at = 0;
		for (const key of bySound.keys()) {
			if (at >= neighbourCount) neighbours.add(key);
			at += 1;
		}
		neighbourCount = at;
	}
	function wordsWith(soundKey: string): [number, Word][] {
		return bySound.get(soundKey).flatMap((id) => {
			const word = words.get(id);
			return word ? [[id, word]] : [];
		});
	}
	function readingsOf(id: number, { spellings }: Word): Reading[] {
		const known = readings.get(id);
		if (known) return known;
		const found = spellings
			.flatMap(({ text, language }) => soundsOf(text, language))
			.filter(({ phones }) => phones.length <= longestCompared)
			.map((sound) => ({
				...{ isStem: sound.isStem, keys: soundKeys([sound]) },
				bytes: Uint8Array.from(sound.phones, (phone) => phone.charCodeAt(0)),
			}));
		if (readings.size >= mostReadingsKept) readings.clear();
		readings.set(id, found);
		return found;
	}
	function heardAmong(keys: Iterable<string>, hearing: Hearing): Heard[] {
		const nearest = new Map<number, number>();
		let before: Reading | undefined;
		const hear = (id: number, script: number, reading: Reading) => {
			const distance = hearing.listen(script, offered(reading, before));
			before = reading;
			if (distance !== Number.POSITIVE_INFINITY) nearest.set(id, Math.min(distance, nearest.get(id) ?? distance));
		};
		for (const key of keys) {
			for (const [id, word] of wordsWith(key)) {
				const script = scripts.indexOf(word.script);
				if (!hearing.listensTo(script)) continue;
				for (const reading of readingsOf(id, word)) if (reading.keys.includes(key)) hear(id, script, reading);
			}
		}
		return Array.from(nearest, ([id, distance]) => ({ id, distance }));
	}
	return {
		settle,
		add(id, term, surface, language) {
			if (!isWidened(term)) return;
			const word = words.get(id) ?? { term, script: majorityScript(term), spellings: [] };
			if (word.spellings.length >= mostSpellings) return;
			const text = lowerCase(surface);
			if (word.spellings.some((each) => each.text === text && each.language === language)) return;
			word.spellings.push({ text, language });
			words.set(id, word);
			readings.delete(id);
			pending.push({ id, text, language });
		},
		remove(id) {
			const word = words.get(id);
			if (!word) return;
			settle();
			for (const { text, language } of word.spellings) {
				for (const key of stemKeys(text, language)) byStem.remove(key, id);
				for (const key of soundKeys(soundsOf(text, language))) bySound.remove(key, id);
			}
			words.delete(id);
			readings.delete(id);
		},
		termOf: (id) => words.get(id)?.term ?? '',
		scriptOf: (id) => words.get(id)?.script ?? 'other',
		stemsOf: (id) => (words.get(id)?.spellings ?? []).flatMap(({ text, language }) => stemKeys(text, language)),
		withStem(key) {
			settle();
			return byStem.get(key);
		},
		hear(keys, hearing) {
			settle();
			return heardAmong(keys, hearing);
		},
		hearNear(keys, hearing) {
			settle();
			return heardAmong(new Set(keys.flatMap((key) => [...neighbours.of(key)])), hearing);
		},
	};
}

function offered({ bytes, isStem }: Reading, before: Reading | undefined): OfferedReading {
	let common = 0;
	while (common < bytes.length && bytes[common] === before?.bytes[common]) common += 1;
	return { isStem, common, bytes, start: common, end: bytes.length };
}
