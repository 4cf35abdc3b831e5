import { lowerCase } from '../../text/lower-case.ts';
import { stemKeys } from '../../text/stems.ts';
import { soundsOf } from '../expansion/sounds.ts';
import { GrowingNumbers } from './bytes.ts';
import { KeyTableBuilder } from './key-table.ts';
import { capitalise, spellingForm } from './packed-vocabulary.ts';
import type { Sections } from './segment.ts';
import { SoundListWriter } from './sound-list-writer.ts';
import { startsOf } from './starts.ts';

/** Spellings between two turns of other work. */
const pieceLength = 1000;

/** A spelling of a term, met in a text of a language; by their numbers. */
export interface Spelling {
	term: number;
	language: number;
	text: string;
}

type SpellingSections = Pick<
	Sections,
	'spellingStarts' | 'spellingLanguages' | 'spellingForms' | 'spellingTexts' | 'spellingChars'
>;
type KeySections = Pick<Sections, 'stemKeys' | 'stemStarts' | 'stemTerms' | 'soundKeys' | 'soundStarts' | 'soundBytes'>;

/**
 * How each term is written and may sound, and by which keys of stems it is found.
 *
 * @param scripts of the sorted terms
 */
export function* writeKeys(
	spellings: readonly Spelling[],
	ranks: Uint32Array,
	languages: readonly string[],
	{ sorted, scripts }: { sorted: readonly string[]; scripts: Uint8Array },
): Generator<void, SpellingSections & KeySections> {
	const counts = new Uint32Array(sorted.length);
	for (const { term } of spellings) counts[ranks[term] as number] = (counts[ranks[term] as number] as number) + 1;
	const spellingStarts = startsOf(counts);
	const next = spellingStarts.slice();
	const spellingLanguages = new Uint8Array(spellings.length);
	const spellingForms = new Uint8Array(spellings.length);
	const spellingTexts = new Uint32Array(spellings.length);
	const chars = new GrowingNumbers();
	const stems = new KeyTableBuilder();
	const sounds = new SoundListWriter();
	for (const [count, { term, language, text }] of spellings.entries()) {
		const rank = ranks[term] as number;
		const at = next[rank] as number;
		next[rank] = at + 1;
		const folded = sorted[rank] ?? '';
		spellingLanguages[at] = language;
		spellingForms[at] = formOf(text, folded);
		if (spellingForms[at] === spellingForm.own) {
			spellingTexts[at] = chars.length;
			chars.push(text.length);
			for (let unit = 0; unit < text.length; unit++) chars.push(text.charCodeAt(unit));
		}
		const spelling = lowerCase(text);
		for (const key of stemKeys(spelling, languages[language] ?? '', folded)) stems.add(key, rank);
		for (const sound of soundsOf(spelling, languages[language] ?? '')) sounds.add(sound, rank);
		if (count % pieceLength === 0) yield;
	}
	const stemTable = stems.finish();
	yield;
	const lists = yield* sounds.finish(scripts);
	return {
		...{ spellingStarts, spellingLanguages, spellingForms, spellingTexts },
		spellingChars: Uint16Array.from(chars.finish()),
		...{ stemKeys: stemTable.keys, stemStarts: stemTable.starts, stemTerms: stemTable.terms },
		...{ soundKeys: lists.keys, soundStarts: lists.starts, soundBytes: lists.bytes },
	};
}

function formOf(text: string, term: string): number {
	if (text === term) return spellingForm.same;
	return text === capitalise(term) ? spellingForm.capitalised : spellingForm.own;
}
