import { majorityScript, type Script } from '../../text/script.ts';
import { stemKeys } from '../../text/stems.ts';
import { soundingLike } from './sound-search.ts';
import { shortestWidened, type Vocabulary } from './vocabulary.ts';
import type { QueryWord, WidenedWord } from './widened-word.ts';
import { leadersPerScript, leastShare, most, type WideningLimits, weights } from './widening-limits.ts';

/**
 * The words of a vocabulary that answer a word: its forms by stems, near spellings and spellings in other scripts by
 * sound. Best first, none twice; never the word itself.
 */
export function widen(vocabulary: Vocabulary, word: QueryWord, limits: WideningLimits): WidenedWord[] {
	if (word.term.length < shortestWidened || majorityScript(word.term) === 'other') return [];
	const alike = soundingLike(vocabulary, word, limits);
	const best = new Map<number, WidenedWord>();
	for (const found of [...formsOf(vocabulary, word), ...alike, ...formsInOtherScripts(vocabulary, alike)]) {
		if (vocabulary.termOf(found.id) === word.term) continue;
		const known = best.get(found.id);
		if (!known || known.weight < found.weight) best.set(found.id, found);
	}
	return [...best.values()].sort(byWeight);
}

/** Words that share a stem. */
function formsOf(vocabulary: Vocabulary, { term, spelling }: QueryWord): WidenedWord[] {
	const forms: WidenedWord[] = [];
	for (const key of stemKeys(spelling, '')) {
		for (const id of vocabulary.withStem(key)) {
			const share = sharedPart(term, vocabulary.termOf(id));
			if (share > 0) forms.push({ id, how: 'form', weight: weights.form * Math.sqrt(share) });
		}
	}
	return forms.sort(byWeight).slice(0, most.forms);
}

/** A name that was found in another script answers in its other forms there. */
function formsInOtherScripts(vocabulary: Vocabulary, alike: readonly WidenedWord[]): WidenedWord[] {
	const forms: WidenedWord[] = [];
	const leaders = new Map<Script, number>();
	for (const leader of alike) {
		if (leader.how !== 'script') continue;
		const script = vocabulary.scriptOf(leader.id);
		const count = leaders.get(script) ?? 0;
		if (count === leadersPerScript) continue;
		leaders.set(script, count + 1);
		const term = vocabulary.termOf(leader.id);
		for (const id of vocabulary.stemsOf(leader.id).flatMap((key) => vocabulary.withStem(key))) {
			const share = sharedPart(term, vocabulary.termOf(id));
			if (share >= leastShare) forms.push({ id, how: 'script', weight: leader.weight * Math.sqrt(share) });
		}
	}
	return forms.sort(byWeight).slice(0, most.formsInOtherScripts);
}

/** How much of the longer word both begin with: what shares little but a stem was cut too short by the stemmer. */
function sharedPart(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	return at / Math.max(one.length, other.length);
}

function byWeight(one: WidenedWord, other: WidenedWord): number {
	return other.weight - one.weight || one.id - other.id;
}
