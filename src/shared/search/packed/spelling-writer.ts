import { lowerCase } from '../../text/lower-case.ts';
import { stemKeys } from '../../text/stems.ts';
import { encodeSounds, soundKeys, soundsOf } from '../expansion/sounds.ts';
import { createByteWriter, GrowingNumbers } from './bytes.ts';
import { KeyTableBuilder } from './key-table.ts';
import { capitalise, spellingForm } from './packed-vocabulary.ts';
import type { Sections } from './segment.ts';
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
	| 'spellingStarts'
	| 'spellingLanguages'
	| 'spellingForms'
	| 'spellingTexts'
	| 'spellingChars'
	| 'readingStarts'
	| 'readings'
>;
type KeySections = Pick<Sections, 'stemKeys' | 'stemStarts' | 'stemTerms' | 'soundKeys' | 'soundStarts' | 'soundTerms'>;

/** How each term is written, and by which keys of stems and sounds it is found. */
export function* writeKeys(
	spellings: readonly Spelling[],
	ranks: Uint32Array,
	languages: readonly string[],
	sorted: readonly string[],
): Generator<void, SpellingSections & KeySections> {
	const counts = new Uint32Array(sorted.length);
	for (const { term } of spellings) counts[ranks[term] as number] = (counts[ranks[term] as number] as number) + 1;
	const spellingStarts = startsOf(counts);
	const next = spellingStarts.slice();
	const spellingLanguages = new Uint8Array(spellings.length);
	const spellingForms = new Uint8Array(spellings.length);
	const spellingTexts = new Uint32Array(spellings.length);
	const chars = new GrowingNumbers();
	const readings: string[] = Array.from({ length: spellings.length }, () => '');
	const stems = new KeyTableBuilder();
	const sounds = new KeyTableBuilder();
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
		const heard = soundsOf(spelling, languages[language] ?? '');
		for (const key of soundKeys(heard)) sounds.add(key, rank);
		readings[at] = encodeSounds(heard);
		if (count % pieceLength === 0) yield;
	}
	const [stemTable, soundTable] = [stems.finish(), sounds.finish()];
	return {
		...{ spellingStarts, spellingLanguages, spellingForms, spellingTexts },
		spellingChars: Uint16Array.from(chars.finish()),
		...writeReadings(readings),
		...{ stemKeys: stemTable.keys, stemStarts: stemTable.starts, stemTerms: stemTable.terms },
		...{ soundKeys: soundTable.keys, soundStarts: soundTable.starts, soundTerms: soundTable.terms },
	};
}

function writeReadings(all: readonly string[]): Pick<Sections, 'readingStarts' | 'readings'> {
	const writer = createByteWriter();
	for (const readings of all) writer.writeAscii(readings);
	return { readingStarts: startsOf(all.map(({ length }) => length)), readings: writer.finish() };
}

function formOf(text: string, term: string): number {
	if (text === term) return spellingForm.same;
	return text === capitalise(term) ? spellingForm.capitalised : spellingForm.own;
}
