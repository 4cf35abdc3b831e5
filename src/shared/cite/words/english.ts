import { areSeveral, type CiteWords } from './cite-words.ts';

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** Days in the order of The Chicago Manual of Style: "September 19, 2023". */
export const english: CiteWords = {
	months,
	day: (day, month, year) => `${months[month - 1]} ${day}, ${year}`,
	month: (month, year) => `${months[month - 1]} ${year}`,
	seasons: ['spring', 'summer', 'autumn', 'winter'],
	decade: (year) => `${year}s`,
	about: (date) => `ca. ${date}`,
	uncertain: (date) => `${date}?`,
	from: (date) => `from ${date}`,
	until: (date) => `until ${date}`,
	after: (date) => `on or after ${date}`,
	before: (date) => `on or before ${date}`,
	or: 'or',
	and: 'and',
	paragraphs: (numbers) => `${areSeveral(numbers) ? 'paras.' : 'para.'} ${numbers}`,
	asReportedIn: (source) => `as reported in ${source}`,
	notConsulted: 'not consulted',
};
