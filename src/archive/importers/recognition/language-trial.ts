import { guessLanguage } from '../language.ts';
import { type LanguageFile, openEngine } from './engine.ts';
import { blocksOfPage, type PagePicture, type RecognisedBlock } from './page-text.ts';

/** A language that a page may be in. */
export interface Candidate extends LanguageFile {
	/** ISO 15924 of its letters, and BCP 47 of its texts; '' where that is not known. */
	script: string;
	language: string;
}

/** Below, nothing was read but shapes that happen to look like letters. */
export const leastConfidence = 60;
/** As sure as on clean print in the right language: nothing else could be surer. */
const surely = 92;
/** What another language must be surer by than one that comes before it, in points. */
const clearly = 2;
const fewestLetters = 20;

/**
 * Reads the page in one language after another, the likeliest first, and gives the code of the one that the engine was
 * surest of; null where it was sure of none. Letters of another script are read as nonsense, with little confidence, so
 * that one language a script tells of all; among languages of one script the one whose words they are wins. Where that is
 * not clear the earlier candidate stays. Costs as much as reading the page once to seven times: the engine's own way of
 * reading a part of a page finds nothing on it (tesseract.js-core 7.0.0).
 */
export async function tryLanguages(page: PagePicture, candidates: readonly Candidate[]): Promise<string | null> {
	const foreignScripts = new Set<string>();
	let best: { candidate: Candidate; confidence: number; text: string } | null = null;
	for (const candidate of candidates) {
		if (foreignScripts.has(candidate.script)) continue;
		const engine = await openEngine([candidate]);
		const blocks = blocksOfPage(engine.recognise(page.picture), page);
		const confidence = meanConfidence(blocks);
		if (confidence < leastConfidence && candidate.script !== '') foreignScripts.add(candidate.script);
		if (confidence >= leastConfidence && confidence > (best ? best.confidence + clearly : 0))
			best = { candidate, confidence, text: blocks.map(({ block }) => block.text).join('\n') };
		if (confidence >= surely) break;
	}
	return best && nearestOf(best, candidates).code;
}

/** Of two near languages the engine is as sure in the wrong one; the letters that it read tell them apart. */
function nearestOf({ candidate, text }: { candidate: Candidate; text: string }, all: readonly Candidate[]): Candidate {
	const guessed = guessLanguage(text);
	return all.find(({ language, script }) => language === guessed && script === candidate.script) ?? candidate;
}

/** By letters, so that specks do not count as much as words; 0 for too few of them. */
export function meanConfidence(blocks: readonly RecognisedBlock[]): number {
	const words = blocks.flatMap((block) => block.words);
	const letters = words.reduce((sum, { start, end }) => sum + end - start, 0);
	if (letters < fewestLetters) return 0;
	return words.reduce((sum, { start, end, confidence }) => sum + (end - start) * confidence, 0) / letters;
}
