import type { CiteWords } from './cite-words.ts';

const months = 'հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր'.split(
	' ',
);

export const armenian: CiteWords = {
	months,
	day: (day, month, year) => `${day} ${months[month - 1]}ի, ${year} թ․`,
	month: (month, year) => `${year} թ․ ${months[month - 1]}`,
	seasons: ['գարուն', 'ամառ', 'աշուն', 'ձմեռ'],
	decade: (year) => `${year}-ականներ`,
	about: (date) => `մոտ ${date}`,
	uncertain: (date) => `${date} (ոչ ստույգ)`,
	from: (date) => `սկսած՝ ${date}`,
	until: (date) => `մինչև ${date}`,
	after: (date) => `${date} կամ ավելի ուշ`,
	before: (date) => `${date} կամ ավելի վաղ`,
	or: 'կամ',
	and: 'և',
	paragraphs: (numbers) => `պարբ․ ${numbers}`,
	asReportedIn: (source) => `ըստ՝ ${source}`,
	notConsulted: 'փաստաթուղթը չի դիտվել',
};
