import type { DateRules } from './date-rules.ts';
import { notAfterWord, notBeforeWord, wordSource } from './rule-source.ts';

/**
 * Characters for private use that stand for months and seasons while dates are looked for: one that says which it is, then
 * one for each further letter, so that offsets stay. Without them every template would hold all names of months in all
 * their forms: templates then take seconds to compile, and ten times as long to match.
 */
const firsts = { month: 0xe001, monthOfDay: 0xe011, season: 0xe021 };
const filler = '\ue0ff';
const monthCount = 12;
const seasonCount = 4;
const ownCharacters = /[\ue000-\ue0ff]/g;

/** Whole: an expression that must not end before a slash would otherwise give the last letter of the month back. */
const marksFrom = (first: number, count: number) =>
	`[\\u${first.toString(16)}-\\u${(first + count - 1).toString(16)}]${filler}*(?!${filler})`;
/** Expressions for what stands in a marked text. */
export const monthOfDayMark = marksFrom(firsts.monthOfDay, monthCount);
export const monthMark = `(?:${marksFrom(firsts.month, monthCount)}|${monthOfDayMark})`;
export const seasonMark = marksFrom(firsts.season, seasonCount);

/** Puts marks for the months and seasons of a language into a text; its length and all that is no month stay. */
export type WordMarker = (text: string) => string;

export function wordMarker(rules: DateRules, flags: string): WordMarker {
	const kinds = [
		...(rules.monthsOfDay ?? rules.months).map((source, at) => ({ source, mark: firsts.monthOfDay + at })),
		...(rules.monthsOfDay ? rules.months : []).map((source, at) => ({ source, mark: firsts.month + at })),
		...rules.seasons.map((source, at) => ({ source, mark: firsts.season + at })),
	];
	const anyOf = kinds.map(({ source }) => `(${wordSource(source)})`).join('|');
	const expression = new RegExp(`${notAfterWord}(?:${anyOf})${notBeforeWord}`, `g${flags}`);
	return (text) =>
		text.replaceAll(ownCharacters, ' ').replaceAll(expression, (word, ...found: (string | undefined)[]) => {
			const kind = kinds[found.slice(0, kinds.length).findIndex((each) => each !== undefined)];
			return kind ? String.fromCharCode(kind.mark).padEnd(word.length, filler) : word;
		});
}

/** From 1. */
export function monthOf(mark: string): number {
	const code = mark.charCodeAt(0);
	return 1 + code - (code >= firsts.monthOfDay ? firsts.monthOfDay : firsts.month);
}

/** From 0, spring. */
export function seasonOf(mark: string): number {
	return mark.charCodeAt(0) - firsts.season;
}
