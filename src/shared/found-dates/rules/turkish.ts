import type { DateRules } from '../date-rules.ts';

/** An ending after an apostrophe, as names and numbers have it. */
const ending = "(?:['’]{L}+)?";
const months = [
	...['Ocak', 'Şubat', 'Mart', 'N[iİ]san', 'Mayıs', 'Haz[iİ]ran', 'Temmuz', 'Ağustos', 'Eylül', 'Ek[iİ]m', 'Kasım'],
	'Aralık',
].map((month) => `${month}${ending}`);

export const turkish: DateRules = {
	months,
	seasons: ['[iİ]lkbahar{L}*|bahar{L}*', 'yaz(?:ı|ın|ında|ından)?', 'sonbahar{L}*|güz{L}*', 'kış{L}*'],
	afterDay: '\\.?',
	yearWord: `(?: yıl(?:ı|ın|ında|ından|ının|ına)?|['’](?!l[ae]r|l[ıiuü](?!{L})){L}+)`,
	or: 'veya|ya da',
	and: 've',
	templates: [
		'{d1} {M1} {Y1}',
		'{d1} {M1}',
		'{m1} {Y1}',
		'{Y1} {m1}(?: ayı{L}*)?',
		'{d1}{-}{d2} {M2}(?: {Y2})?',
		'{d1} {M1}(?: {Y1})?{-}{d2} {M2}(?: {Y2})?',
		'{d1} {M1}(?: {Y1})? (?:[iİ]le|ve) {d2} {M2}(?: {Y2})? arasında',
		'{d1} {or} {d2} {M2}(?: {Y2})?',
		'{d1} {and} {d2} {M2}(?: {Y2})?',
		'{m1}(?: {Y1})?{-}{m2} {Y2}',
		'{m1}(?: {Y1})? (?:[iİ]le|ve) {m2} {Y2} arasında',
		'{Y1!}',
		'{y1}{-}{y2}(?: yılları{L}*)(?: arasında)?',
		'{y1}{-}{y2} arasında',
		'{y1} (?:[iİ]le|ve) {y2}(?: yılları)? arasında',
		'{Y1} {s1}',
		"{t1}['’]?l[aıeiuü]r{L}*(?: yıl{L}*)?|{t1}['’]?l[ıiuü] yıl{L}*",
		'{c1}\\.? yüzyıl{L}*',
		'{c1}\\.?{-}{c2}\\.? yüzyıl{L}*',
	],
	double: ['{d1}_[(/]_{d2}_\\)?_{M2} {Y2}', '{d1} {M1}_[(/]_{d2} {M2}_\\)? {Y2}'],
	yearAfter: { surely: '(?!)', perhaps: '(?!)', goingOn: '(?!)' },
	units: 'fazla|çok|az|kadar',
	between: '(?!)',
	approximate: {
		before: 'yaklaşık(?: olarak)?|tahminen|takriben',
		after: 'civarı{L}*|dolayları{L}*|(?:baş|orta|son)(?:lar)?(?:ı|ın)?(?:nda|ndan|na)?',
	},
	uncertain: { before: 'muhtemelen|belki(?: de)?|olasılıkla|galiba', after: '\\(\\?\\)' },
	oldStyle: '\\((?:Rumi|eski takvim)\\)',
};
