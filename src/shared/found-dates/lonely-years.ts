import type { Candidate } from './candidate.ts';
import type { CompiledRules } from './compile-rules.ts';
import { besideLength, withDoubts } from './doubts.ts';
import { isNumbered } from './numbered-things.ts';
import { dash, numberEnd, numberStart, yearDigits } from './rule-source.ts';

const lonelyYear = new RegExp(
	`${numberStart}(?<y1>${yearDigits})(?![0-9])(?:${dash}(?:(?<y2>${yearDigits})|(?<z2>[0-9]{2})))?${numberEnd}`,
	'g',
);
const sentenceEnd = /^\s{0,3}(?:[.,;:!?…։՝»”"')\]]|$)/u;
/** In the one language that has such years before a noun. */
const plural = /^\s+[a-z]*s(?![a-z])/;
const lowerCaseWord = /^\s{1,3}\p{Ll}/u;
/** As ISO 8601 writes a month. */
const monthOfYear = /-(?:0[1-9]|1[0-2])$/;
/** Numbers before these are hardly years in any text. */
const firstYear = 1500;

/** Years without a month and without a word for year, where what stands beside them tells that they are years. */
export function lonelyYears(text: string, compiled: CompiledRules): Candidate[] {
	const found: Candidate[] = [];
	for (const { 0: digits, index: start, groups = {} } of text.matchAll(lonelyYear)) {
		const first = Number(groups.y1);
		const second = groups.y2 ?? (groups.z2 && `${String(first).slice(0, 2)}${groups.z2}`);
		if (first < firstYear || isNumbered(text, start) || monthOfYear.test(digits)) continue;
		const plain: Candidate = {
			...{ start, end: start + digits.length, first: { year: first } },
			...{ second: second ? { year: Number(second) } : null, joint: 'interval', sign: '' },
		};
		const candidate = withDoubts(plain, text, compiled);
		if (isYear(text, plain, candidate, compiled)) found.push(candidate);
	}
	return found;
}

/** @param plain its digits alone; @param candidate with the words that doubt it */
function isYear(text: string, plain: Candidate, candidate: Candidate, { year }: CompiledRules): boolean {
	const before = text.slice(Math.max(0, candidate.start - besideLength), candidate.start);
	const after = text.slice(candidate.end, candidate.end + besideLength);
	if (year.units.test(after)) return false;
	if (before.endsWith('(') && /^[),;]/.test(after)) return true;
	if (candidate.end > plain.end) return true;
	const isClosed = sentenceEnd.test(after) || year.goingOn.test(after);
	if (isClosed && (candidate.start < plain.start || year.perhaps.test(before))) return true;
	// Round numbers before a noun are amounts: `in 2000 cases`.
	const isRound = plain.first.year !== undefined && plain.first.year % 50 === 0;
	const mayCount = isRound && !isClosed && lowerCaseWord.test(after);
	if (year.surely.test(before)) return !mayCount;
	return year.before.test(before) && !mayCount && lowerCaseWord.test(after) && !plural.test(after);
}
