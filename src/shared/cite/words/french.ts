import type { CiteWords } from './cite-words.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

export const french: CiteWords = {
	months,
	day: (day, month, year) => `${day === 1 ? '1er' : day} ${months[month - 1]} ${year}`,
	month: (month, year) => `${months[month - 1]} ${year}`,
	seasons: ['printemps', 'été', 'automne', 'hiver'],
	decade: (year) => `années ${year}`,
	about: (date) => `env. ${date}`,
	uncertain: (date) => `${date} (?)`,
	from: (date) => `à partir de : ${date}`,
	until: (date) => `jusqu’à : ${date}`,
	after: (date) => `${date} au plus tôt`,
	before: (date) => `${date} au plus tard`,
	or: 'ou',
	and: 'et',
	paragraphs: (numbers) => `§ ${numbers}`,
	asReportedIn: (source) => `cité d’après : ${source}`,
	notConsulted: 'document non consulté',
};
