/** From the first to the last day that is meant, as year · 10000 + month · 100 + day: such numbers sort as days do. */
export interface DaySpan {
	from: number;
	to: number;
}

const part =
	/^[~?%]*(-?[\dX]{4}|Y-?\d{1,9})(?:S\d+)?[~?%]?(?:-[~?%]*([\dX]{2})[~?%]?(?:-[~?%]*([\dX]{2})[~?%]?)?)?(?:T[\d:.+Z-]+)?$/;
const seasons: Readonly<Record<number, [first: number, last: number]>> = {
	21: [3, 5],
	22: [6, 8],
	23: [9, 11],
	24: [12, 12],
};
const halvesAndQuarters = { first: 25, last: 41 };

/**
 * The days that an EDTF date or a range `2020..2023` may mean: several spans for a set; null when it is neither. An end
 * that is open reaches for ever with `isOpenWide`; otherwise it is the end that is known, as in the counts by year.
 */
export function daysOf(edtf: string, isOpenWide: boolean): DaySpan[] | null {
	const spans: DaySpan[] = [];
	for (const member of withoutBrackets(edtf.trim()).split(',')) {
		const span = spanOf(member.trim(), isOpenWide);
		if (!span || span.from > span.to) return null;
		spans.push(span);
	}
	return spans;
}

export function overlaps(one: readonly DaySpan[], other: readonly DaySpan[]): boolean {
	return one.some(({ from, to }) => other.some((span) => from <= span.to && span.from <= to));
}

function withoutBrackets(edtf: string): string {
	return /^\[.*\]$|^\{.*\}$/.test(edtf) ? edtf.slice(1, -1) : edtf;
}

function spanOf(member: string, isOpenWide: boolean): DaySpan | null {
	const isInterval = member.includes('/');
	const ends = isInterval ? member.split('/') : member.split('..');
	const [first = '', last = first] = ends.map((end) => (end === '..' ? '' : end));
	if (ends.length > 2 || (first === '' && last === '')) return null;
	const from = first === '' ? null : daysOfPart(first);
	const to = last === '' ? null : daysOfPart(last);
	if ((first !== '' && !from) || (last !== '' && !to)) return null;
	const [least, most] = isOpenWide ? [-Infinity, Infinity] : [to?.from ?? 0, from?.to ?? 0];
	return { from: from?.from ?? least, to: to?.to ?? most };
}

function daysOfPart(text: string): DaySpan | null {
	const [, year, month = 'XX', day = 'XX'] = part.exec(text) ?? [];
	if (year === undefined) return null;
	const years = rangeOf(year.replace('Y', ''), -Infinity, Infinity);
	const months = seasonOf(month) ?? rangeOf(month, 1, 12);
	const days = rangeOf(day, 1, 31);
	if (!years || !months || !days) return null;
	return { from: codeOf(years[0], months[0], days[0]), to: codeOf(years[1], months[1], days[1]) };
}

function seasonOf(month: string): [number, number] | null {
	const number = Number(month);
	if (number >= halvesAndQuarters.first && number <= halvesAndQuarters.last) return [1, 12];
	return seasons[number] ?? null;
}

/** What the digits may mean, X being any; null when none of it lies within the bounds. */
function rangeOf(digits: string, least: number, most: number): [number, number] | null {
	const ends = [Number(digits.replaceAll('X', '0')), Number(digits.replaceAll('X', '9'))];
	const [low, high] = [Math.max(least, Math.min(...ends)), Math.min(most, Math.max(...ends))];
	return low <= high ? [low, high] : null;
}

function codeOf(year: number, month: number, day: number): number {
	return year * 10_000 + month * 100 + day;
}
