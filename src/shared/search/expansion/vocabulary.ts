import { lowerCase } from '../../text/lower-case.ts';
import { majorityScript, type Script } from '../../text/script.ts';
import { stemKeys } from '../../text/stems.ts';
import { createKeyNeighbours } from './key-neighbours.ts';
import { createPostings } from './postings.ts';
import { type Sound, soundKeys, soundsOf } from './sounds.ts';

/** What the words of the indexed texts are looked up by besides their letters: stems, and classes of sounds. */
export interface Vocabulary {
	termOf(id: number): string;
	scriptOf(id: number): Script;
	soundsOf(id: number): readonly Sound[];
	stemsOf(id: number): string[];
	withStem(key: string): readonly number[];
	withSoundKey(key: string): readonly number[];
	/** The words with a key of sounds that is one class of sounds away, or nearly so. */
	withSoundKeyNear(key: string): readonly number[];
}

/**
 * A vocabulary in which words come and go. Keys of new words are worked out by `settle`, or when first asked for; sounds
 * when a word is compared, and kept for a while.
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

/** What is shorter has no sounds and no stems: too many words would share them. */
export const shortestWidened = 3;
/** A word that is written in more ways than this, or in more languages, is looked up by the first ones. */
export const mostSpellings = 8;
const mostSoundsKept = 50_000;
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
	const sounds = new Map<number, readonly Sound[]>();

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
			sounds.delete(id);
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
			sounds.delete(id);
		},
		termOf: (id) => words.get(id)?.term ?? '',
		scriptOf: (id) => words.get(id)?.script ?? 'other',
		soundsOf(id) {
			const known = sounds.get(id);
			if (known) return known;
			const found = (words.get(id)?.spellings ?? []).flatMap(({ text, language }) => soundsOf(text, language));
			if (sounds.size >= mostSoundsKept) sounds.clear();
			sounds.set(id, found);
			return found;
		},
		stemsOf: (id) => (words.get(id)?.spellings ?? []).flatMap(({ text, language }) => stemKeys(text, language)),
		withStem(key) {
			settle();
			return byStem.get(key);
		},
		withSoundKey(key) {
			settle();
			return bySound.get(key);
		},
		withSoundKeyNear(key) {
			settle();
			return [...neighbours.of(key)].flatMap((near) => bySound.get(near));
		},
	};
}
