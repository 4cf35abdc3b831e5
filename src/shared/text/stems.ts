import { stemmer as stemArmenian } from '@orama/stemmers/armenian';
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemTurkish } from '@orama/stemmers/turkish';
import { fold } from './fold.ts';
import { lightStems } from './light-stems.ts';
import { majorityScript, type Script } from './script.ts';

const shortestTurkishStem = 4;

/**
 * Keys that the forms of one word have in common, within one script. Two kinds, which do not meet: what Snowball leaves
 * of the word in its language (in every language of its script when not known), and the word itself and its light
 * stems, folded.
 *
 * @param word in lower case, not folded
 * @param language BCP 47; '' or 'und' when not known
 * @param folded what `fold` makes of the word, where it is known
 */
export function stemKeys(word: string, language: string, folded: string = fold(word)): string[] {
	const script = majorityScript(word);
	const keys = new Set(snowballKeys(word, language, script));
	keys.add(folded);
	// Turkic endings are told by letters that folding takes away; elsewhere one folding serves all stems.
	const stems = script === 'latin' ? lightStems(word, language).map(fold) : lightStems(folded, language);
	for (const stem of stems) keys.add(stem);
	keys.delete('');
	return [...keys];
}

function snowballKeys(word: string, language: string, script: Script): string[] {
	switch (script) {
		case 'cyrillic':
			return [`ru:${stemRussian(word.replaceAll('ё', 'е'))}`];
		case 'armenian':
			return [`hy:${stemArmenian(word)}`];
		case 'latin':
			return latinKeys(word, language.split('-', 1)[0] ?? '');
		default:
			return [];
	}
}

function latinKeys(word: string, language: string): string[] {
	const isUnknown = language === '' || language === 'und';
	const keys: string[] = [];
	if (isUnknown || language === 'en') keys.push(`en:${stemEnglish(word)}`);
	if (isUnknown || language === 'fr') keys.push(`fr:${stemFrench(word)}`);
	if (isUnknown || language === 'tr') keys.push(`tr:${turkishStem(word)}`);
	return keys;
}

/** Of words in other languages it makes mal, which is everywhere: short stems are none. */
function turkishStem(word: string): string {
	const stem = stemTurkish(word);
	return stem.length >= shortestTurkishStem ? stem : word;
}
