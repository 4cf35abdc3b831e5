import type { Candidate } from './candidate.ts';
import type { DateParts } from './date-parts.ts';
import { isNumbered } from './numbered-things.ts';
import { dash, numberEnd, numberStart, yearDigits } from './rule-source.ts';

const twoDigits = '[0-9]{2}';
const month = '0[1-9]|1[0-2]';
const year = (end: string) => `(?<y${end}>${yearDigits})(?![0-9])`;
/** Day and month, whichever of them is first. */
const dayAndMonth = (end: string) => `(?<d${end}>[0-9]{1,2})(?<p${end}>[./-])(?<m${end}>[0-9]{1,2})`;
const written = (source: string) => new RegExp(`${numberStart}(?:${source})${numberEnd}`, 'g');
const isoDay = (end: string) => `${year(end)}-(?<m${end}>${month})-(?<d${end}>${twoDigits})`;

/** ISO 8601, and the same with other signs. */
const yearFirst: readonly RegExp[] = [
	written(`${isoDay('1')}(?:T[0-9:.]{4,12}(?:Z|[+-][0-9:]{2,5})?)?`),
	written(`${isoDay('1')}/${isoDay('2')}`),
	written(`${year('1')}-(?<m1>${month})`),
	written(`${year('1')}(?<p1>[./])(?<m1>${month})\\k<p1>(?<d1>${twoDigits})`),
];
/** The word for year that official texts put after digits too. */
const yearWord = '(?:\\s?(?:г\\.|года|թ[.․]))?';
const yearLast: readonly RegExp[] = [
	written(`${dayAndMonth('1')}\\k<p1>${year('1')}${yearWord}`),
	written(`${dayAndMonth('1')}\\k<p1>${year('1')}${dash}${dayAndMonth('2')}\\k<p2>${year('2')}`),
	written(`(?<d1>[0-9]{1,2})${dash}${dayAndMonth('2')}\\k<p2>${year('2')}`),
	written(`(?<m1>${month})\\.${year('1')}`),
];
const shortYear = written(`(?<d1>${twoDigits})(?<p1>[./])(?<m1>${month})\\k<p1>(?<y1>${twoDigits})`);

type Groups = Readonly<Record<string, string | undefined>>;

/** Dates in digits alone: the year first, or last and then the day first; in English with slashes or dashes it may be the month. */
export function datesInNumbers(text: string, language: string): Candidate[] {
	const isEnglish = /^en\b/i.test(language);
	return [
		...yearFirst.flatMap((form) => datesOf(text, form, () => ({}))),
		...yearLast.flatMap((form) =>
			datesOf(text, form, ({ p1, p2 }) => (isEnglish && (p1 ?? p2 ?? '.') !== '.' ? { isAmbiguous: true } : {})),
		),
		...datesOf(text, shortYear, () => ({ isShortYear: true })),
	];
}

type Kind = Pick<Candidate, 'isAmbiguous' | 'isShortYear'>;

function datesOf(text: string, form: RegExp, kindOf: (groups: Groups) => Kind): Candidate[] {
	const found: Candidate[] = [];
	for (const { 0: words, index: start, groups = {} } of text.matchAll(form)) {
		const [first, second] = [partsOf(groups, '1'), partsOf(groups, '2')];
		if (!first || isNumbered(text, start)) continue;
		const place = { start, end: start + words.length };
		found.push({ ...place, first, second, joint: 'interval', sign: '', ...kindOf(groups) });
	}
	return found;
}

function partsOf(groups: Groups, end: '1' | '2'): DateParts | null {
	const { [`y${end}`]: yearWritten, [`m${end}`]: monthWritten, [`d${end}`]: dayWritten } = groups;
	const parts: DateParts = {
		...(yearWritten === undefined ? {} : { year: Number(yearWritten) }),
		...(monthWritten === undefined ? {} : { month: Number(monthWritten) }),
		...(dayWritten === undefined ? {} : { day: Number(dayWritten) }),
	};
	return Object.keys(parts).length > 0 ? parts : null;
}
