import type { Locale } from '../../messages/locales.ts';
import type { CitedItem } from '../cited-item.ts';
import { creatorNamesInLine, dateOf, joined, reportedIn, sentence } from '../pieces.ts';
import { titleInMarks } from '../title-in-marks.ts';
import { citeWords } from '../words/all-words.ts';

/** UTF-16 units of a title after which a short note breaks it off. */
const longestTitle = 60;
const mostNames = 2;

/** The short form for footnotes, in the language of the interface: who, what, when, ¶ and time, without edition and addresses. */
export function shortReference(item: CitedItem, language: Locale): string {
	const words = citeWords[language];
	const names = creatorNamesInLine(item.creators);
	const who = names
		.slice(0, mostNames)
		.join(', ')
		.concat(names.length > mostNames ? ' …' : '');
	const title = item.title === '' ? '' : titleInMarks(shortened(item.title), language);
	const numbers = item.paragraphs === '' ? '' : `¶ ${item.paragraphs}`;
	return sentence(joined([who, title, dateOf(item, words), reportedIn(item, words), numbers, item.times], ', '));
}

/** Whole words of a long title. */
function shortened(title: string): string {
	if (title.length <= longestTitle) return title;
	const whole = /^.*(?=[\s,;:])/su.exec(title.slice(0, longestTitle + 1))?.[0].trimEnd() ?? '';
	const cut = `${whole === '' ? [...title].slice(0, longestTitle).join('') : whole} …`;
	return cut + closing(cut);
}

/** The quotation mark that was cut off with the end; an apostrophe is none. */
function closing(cut: string): string {
	const isOpen = (open: string, close: string) => cut.lastIndexOf(open) > cut.lastIndexOf(close);
	return isOpen('“', '”') ? '”' : isOpen('«', '»') ? '»' : '';
}
