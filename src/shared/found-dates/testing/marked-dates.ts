import type { FoundDate } from '#shared/domain/found-date.ts';
import { findDates } from '../find-dates.ts';
import marked from '../marked-dates.json' with { type: 'json' };

/** A date that a person marked or the rules found: its words, then its readings; `*` after one that is inferred. */
type Expression = string;

export interface DateScore {
	language: string;
	/** Marked by a person. */
	markedCount: number;
	/** Found by the rules. */
	foundCount: number;
	/** Of these with the same words and the same readings. */
	rightCount: number;
	/** What was missed (`-`) or found wrongly (`+`), with its sentence. */
	faults: string[];
}

export const markedParts = ['tuned', 'heldOut'] as const;
export type MarkedPart = (typeof markedParts)[number];

/** The record's own date is of this year in all sentences. */
const yearOfRecord = 2019;
const mark = /\[\[(.+?)\|(.+?)\]\](?!\])/gu;

/** How the rules fare on the sentences that were marked by hand, in each language. */
export function scoreMarkedDates(part: MarkedPart): DateScore[] {
	return Object.entries(marked).map(([language, parts]) => {
		const score: DateScore = { language, markedCount: 0, foundCount: 0, rightCount: 0, faults: [] };
		for (const sentence of parts[part]) addSentence(score, sentence);
		return score;
	});
}

export function precisionOf(scores: readonly DateScore[]): number {
	return sum(scores, 'rightCount') / sum(scores, 'foundCount');
}

export function recallOf(scores: readonly DateScore[]): number {
	return sum(scores, 'rightCount') / sum(scores, 'markedCount');
}

export function sum(scores: readonly DateScore[], count: 'markedCount' | 'foundCount' | 'rightCount'): number {
	return scores.reduce((total, score) => total + score[count], 0);
}

function addSentence(score: DateScore, sentence: string): void {
	const { text, expected } = readMarks(sentence);
	const { dates } = findDates(text, score.language, { yearBefore: null, yearOfRecord });
	const found = dates.map((date) => expressionOf(text, date));
	const right = found.filter((each) => expected.includes(each));
	score.markedCount += expected.length;
	score.foundCount += found.length;
	score.rightCount += right.length;
	for (const each of expected) if (!right.includes(each)) score.faults.push(`- ${each}: ${text}`);
	for (const each of found) if (!right.includes(each)) score.faults.push(`+ ${each}: ${text}`);
}

/** The sentence without its marks, and the dates that were marked, each with its place. */
function readMarks(sentence: string): { text: string; expected: Expression[] } {
	let text = '';
	let from = 0;
	const expected: Expression[] = [];
	for (const { 0: whole, 1: words = '', 2: readings = '', index } of sentence.matchAll(mark)) {
		text += sentence.slice(from, index);
		expected.push(`${text.length} ${words}|${readings}`);
		text += words;
		from = index + whole.length;
	}
	return { text: text + sentence.slice(from), expected };
}

function expressionOf(text: string, { start, end, readings }: FoundDate): Expression {
	const written = readings.map(({ edtf, inference }) => (inference ? `${edtf}*` : edtf));
	return `${start} ${text.slice(start, end)}|${written.join('|')}`;
}
