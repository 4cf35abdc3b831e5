import type { CiteWords } from './cite-words.ts';

const months = 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' ');

export const azerbaijani: CiteWords = {
	months,
	day: (day, month, year) => `${day} ${months[month - 1]} ${year}`,
	month: (month, year) => `${months[month - 1]} ${year}`,
	seasons: ['yaz', 'yay', 'payız', 'qış'],
	decade: (year) => `${year} onilliyi`,
	about: (date) => `təxm. ${date}`,
	uncertain: (date) => `${date} (qəti deyil)`,
	from: (date) => `${date} və sonrası`,
	until: (date) => `${date} tarixinədək`,
	after: (date) => `${date} və ya daha sonra`,
	before: (date) => `${date} və ya daha əvvəl`,
	or: 'və ya',
	and: 'və',
	paragraphs: (numbers) => `abz. ${numbers}`,
	asReportedIn: (source) => `mənbəyə əsasən: ${source}`,
	notConsulted: 'sənədin özünə baxılmayıb',
};
