import type { CiteWords } from './words/all-words.ts';

const single = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T[\d:.+Z-]+)?([~?%])?$/;
const firstSeason = 21;

/**
 * An EDTF date as a reference writes it, with the precision it has and never more: `2023-09-XX` is a month, `[..2023]` a
 * latest year. What is no date of these forms stands as it was written. '' for none.
 */
export function citedDate(edtf: string, words: CiteWords): string {
	const text = edtf.trim();
	const set = /^[[{](.+)[\]}]$/.exec(text)?.[1];
	if (set !== undefined) return setWords(set, text.startsWith('[') ? words.or : words.and, words) ?? text;
	const [from, to, ...more] = text.split('/');
	if (from === undefined || to === undefined || more.length > 0) return singleWords(text, words) ?? text;
	return intervalWords(from, to, words) ?? text;
}

function intervalWords(from: string, to: string, words: CiteWords): string | null {
	const isOpen = (end: string) => end === '' || end === '..';
	const [start, end] = [singleWords(from, words), singleWords(to, words)];
	if (start !== null && end !== null) return `${start} – ${end}`;
	if (start !== null && isOpen(to)) return words.from(start);
	if (end !== null && isOpen(from)) return words.until(end);
	return null;
}

function setWords(set: string, conjunction: string, words: CiteWords): string | null {
	if (set.startsWith('..')) return mapped(singleWords(set.slice(2), words), words.before);
	if (set.endsWith('..')) return mapped(singleWords(set.slice(0, -2), words), words.after);
	const parts = set.split(',').map((part) => {
		const [from, to] = part.trim().split('..');
		const [start, end] = [singleWords(from ?? '', words), to === undefined ? null : singleWords(to, words)];
		if (to === undefined) return start;
		return start === null || end === null ? null : `${start} – ${end}`;
	});
	if (parts.some((part) => part === null)) return null;
	return parts.length === 1 ? (parts[0] ?? null) : `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1)}`;
}

function singleWords(text: string, words: CiteWords): string | null {
	const [, year, month, day, qualifier] = single.exec(text.trim()) ?? [];
	if (year === undefined) return null;
	const date = dateWords(year, Number(month), Number(day), words);
	if (date === null) return null;
	const about = qualifier === '~' || qualifier === '%' ? words.about(date) : date;
	return qualifier === '?' || qualifier === '%' ? words.uncertain(about) : about;
}

/** NaN for a month or day that is not there or not known. */
function dateWords(year: string, month: number, day: number, words: CiteWords): string | null {
	if (year.endsWith('XX')) return `${year.slice(0, 2)}00–${year.slice(0, 2)}99`;
	if (year.endsWith('X')) return words.decade(`${year.slice(0, 3)}0`);
	const written = year.replace(/^(-?)0+(?=\d)/, '$1');
	if (Number.isNaN(month)) return written;
	const season = words.seasons[month - firstSeason];
	if (season !== undefined) return `${season} ${written}`;
	if (month < 1 || month > 12) return null;
	if (Number.isNaN(day)) return words.month(month, written);
	return day >= 1 && day <= 31 ? words.day(day, month, written) : null;
}

function mapped(text: string | null, write: (text: string) => string): string | null {
	return text === null ? null : write(text);
}
