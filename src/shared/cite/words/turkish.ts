import type { CiteWords } from './cite-words.ts';

const months = 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'.split(' ');

export const turkish: CiteWords = {
	months,
	day: (day, month, year) => `${day} ${months[month - 1]} ${year}`,
	month: (month, year) => `${months[month - 1]} ${year}`,
	seasons: ['ilkbahar', 'yaz', 'sonbahar', 'kış'],
	decade: (year) => `${year} on yılı`,
	about: (date) => `yakl. ${date}`,
	uncertain: (date) => `${date} (kesin değil)`,
	from: (date) => `${date} ve sonrası`,
	until: (date) => `${date} tarihine kadar`,
	after: (date) => `${date} veya sonrası`,
	before: (date) => `${date} veya öncesi`,
	or: 'veya',
	and: 've',
	paragraphs: (numbers) => `par. ${numbers}`,
	asReportedIn: (source) => `aktaran: ${source}`,
	notConsulted: 'belgenin kendisi görülmedi',
};
