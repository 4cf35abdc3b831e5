import { lowerCase } from '../../text/lower-case.ts';
import { stemKeys } from '../../text/stems.ts';
import { type Word, wordsOf } from '../words.ts';

/** Finds which of many names stand in a text, in time that does not grow with their number. */
export interface NameSpotter {
	/** One more name. A hundred with six forms each cost some 10 ms. */
	add(id: string, forms: readonly string[]): void;
	/** The ids of the names that stand in a text, each once. A name within a longer one is not meant. */
	namesIn(text: string): string[];
}

interface SpottedForm {
	id: string;
	/** The keys of each word, of which one has to be met. */
	keys: readonly ReadonlySet<string>[];
	/** Written with a capital: then the text has one too. */
	isCapital: boolean;
}

const capital = /^[\p{Lu}\p{Lt}]/u;
const mostKnown = 100_000;
const beginningLength = 2;

/** Names are met in their own forms and in those that stems tell, not by sound: what stands beside a name is counted, not guessed. */
export function createNameSpotter(): NameSpotter {
	const byFirstKey = new Map<string, SpottedForm[]>();
	/** By the first letters of forms: whether one of them is written without a capital. */
	const beginnings = new Map<string, 'small' | 'capital'>();
	const keysOfWord = new Map<string, ReadonlySet<string>>();

	function keysOf(word: string): ReadonlySet<string> {
		const known = keysOfWord.get(word);
		if (known) return known;
		if (keysOfWord.size >= mostKnown) keysOfWord.clear();
		const keys = new Set(stemKeys(lowerCase(word), ''));
		keysOfWord.set(word, keys);
		return keys;
	}
	/** Nearly all words are told by their first letters, and by having no capital, to begin no name: stems are dear. */
	function mayBegin({ text, term }: Word): boolean {
		const isWritten = beginnings.get(term.slice(0, beginningLength));
		return isWritten === 'small' || (isWritten === 'capital' && capital.test(text));
	}
	function longestAt(words: readonly Word[], at: number): SpottedForm[] {
		const word = words[at];
		if (!word || !mayBegin(word)) return [];
		const candidates = new Set([...keysOf(word.text)].flatMap((key) => byFirstKey.get(key) ?? []));
		const fitting = [...candidates].filter((form) => isAt(form, words, at));
		const longest = Math.max(0, ...fitting.map(({ keys }) => keys.length));
		return fitting.filter(({ keys }) => keys.length === longest);
	}
	function isAt({ keys, isCapital }: SpottedForm, words: readonly Word[], at: number): boolean {
		return keys.every((wanted, step) => {
			const word = words[at + step];
			if (!word || (step === 0 && isCapital && !capital.test(word.text))) return false;
			for (const key of keysOf(word.text)) if (wanted.has(key)) return true;
			return false;
		});
	}
	return {
		add(id, forms) {
			for (const form of new Set(forms)) {
				const words = wordsOf(form);
				const [first] = words;
				if (!first) continue;
				const keys = words.map(({ text }) => keysOf(text));
				const spotted = { id, keys, isCapital: capital.test(first.text) };
				const beginning = first.term.slice(0, beginningLength);
				if (!spotted.isCapital) beginnings.set(beginning, 'small');
				else if (!beginnings.has(beginning)) beginnings.set(beginning, 'capital');
				for (const key of keys[0] ?? []) {
					const known = byFirstKey.get(key);
					if (known) known.push(spotted);
					else byFirstKey.set(key, [spotted]);
				}
			}
		},
		namesIn(text) {
			const words = wordsOf(text);
			const found = new Set<string>();
			for (let at = 0; at < words.length; ) {
				const forms = longestAt(words, at);
				for (const { id } of forms) found.add(id);
				at += forms[0]?.keys.length ?? 1;
			}
			return [...found];
		},
	};
}
