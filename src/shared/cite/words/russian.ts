import type { CiteWords } from './cite-words.ts';

const months = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const ofMonths = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

export const russian: CiteWords = {
	months,
	day: (day, month, year) => `${day} ${ofMonths[month - 1]} ${year} г.`,
	month: (month, year) => `${months[month - 1]} ${year} г.`,
	seasons: ['весна', 'лето', 'осень', 'зима'],
	decade: (year) => `${year}-е гг.`,
	about: (date) => `ок. ${date}`,
	uncertain: (date) => `${date} (?)`,
	from: (date) => `${date} и далее`,
	until: (date) => `по ${date}`,
	after: (date) => `${date} или позже`,
	before: (date) => `${date} или раньше`,
	or: 'или',
	and: 'и',
	paragraphs: (numbers) => `абз. ${numbers}`,
	asReportedIn: (source) => `приводится по: ${source}`,
	notConsulted: 'документ не просмотрен',
};
