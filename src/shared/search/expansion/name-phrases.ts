import { lowerCase } from '../../text/lower-case.ts';
import { stemKeys } from '../../text/stems.ts';
import { wordsOf } from '../words.ts';
import { createPostings } from './postings.ts';

/** Words of a query that are a name, and the other forms of that name. */
export interface NamedSpan {
	/** The first word, and the first after the name. */
	start: number;
	end: number;
	/** The words of each other form, as they are written. */
	others: string[][];
}

/** The names that words may be, for names of which some form has several words. */
export interface NamePhrases {
	/** One more group: the forms of a name. */
	add(forms: readonly string[]): void;
	/** Groups count from 0 as they were added; those in `without` are passed over. */
	namesIn(words: readonly string[], without?: ReadonlySet<number>): NamedSpan[];
}

interface Form {
	group: number;
	words: string[];
	/** What each word is known again by. */
	keys: ReadonlySet<string>[];
}

/** Of a name with very many forms the first are enough. */
const mostForms = 32;

/** @param groups the forms of each name */
export function createNamePhrases(groups: readonly (readonly string[])[]): NamePhrases {
	const byGroup: Form[][] = [];
	const forms: Form[] = [];
	const byFirstKey = createPostings();

	function add(texts: readonly string[]): void {
		const written = [...new Set(texts)].slice(0, mostForms).map((text) => wordsOf(text).map((word) => word.text));
		const some = written.filter((words) => words.length > 0);
		// Most names are a word in every form: what those are known again by is dear, and asked for nowhere here.
		const isPhrase = some.length > 1 && some.some((words) => words.length > 1);
		const group = isPhrase ? some.map((words) => ({ group: byGroup.length, words, keys: words.map(keysOf) })) : [];
		byGroup.push(group);
		for (const form of group) {
			const at = forms.push(form) - 1;
			for (const key of form.keys[0] ?? []) byFirstKey.add(key, at);
		}
	}
	groups.forEach(add);
	return {
		add,
		namesIn(words, without) {
			if (forms.length === 0) return [];
			const asked = words.map(keysOf);
			const spans = new Map<string, NamedSpan>();
			asked.forEach((keys, start) => {
				for (const at of [...keys].flatMap((key) => byFirstKey.get(key))) {
					const form = forms[at];
					if (!form || without?.has(form.group) || !isAt(form, asked, start)) continue;
					const end = start + form.words.length;
					// A word for a word is the matter of every single word.
					const others = (byGroup[form.group] ?? [])
						.filter((other) => other !== form && (form.words.length > 1 || other.words.length > 1))
						.map((other) => other.words);
					spans.set(`${start} ${end} ${form.group}`, { start, end, others });
				}
			});
			return [...spans.values()];
		},
	};
}

function keysOf(word: string): ReadonlySet<string> {
	return new Set(stemKeys(lowerCase(word), ''));
}

function isAt({ keys }: Form, asked: readonly ReadonlySet<string>[], start: number): boolean {
	return keys.every((own, at) => [...(asked[start + at] ?? [])].some((key) => own.has(key)));
}
