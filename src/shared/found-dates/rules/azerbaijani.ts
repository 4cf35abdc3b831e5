import type { DateRules } from '../date-rules.ts';

/** Endings of months: of, in, from, to. */
const ending = '(?:[ıiuü]n?)?(?:d[aə]n?|[aə])?';
const months = [
	...['yanvar', 'fevral', 'mart', 'aprel', 'may', '[iİ]yun', '[iİ]yul', 'avqust', 'sentyabr', 'oktyabr', 'noyabr'],
	'dekabr',
].map((month) => `${month}${ending}`);
const ordinal = '-(?:c[ıiuü]|n?c[ıiuü])';
const of = '(?:in|ın)?';

export const azerbaijani: DateRules = {
	months,
	seasons: ['yaz{L}*', 'yay{L}*', 'payız{L}*', 'qış{L}*'],
	afterDay: '(?:-?(?:d[aə]n?|[ıiuü]|s[ıiuü]|n[aəıi]|[aə]))?',
	yearWord: `${ordinal}(?: [iİ]l(?:in|d[əe]n?|[əi]|l[əe]r{L}*)?)?`,
	or: 'və ya|yaxud|ya da',
	and: 'və',
	templates: [
		'{d1} {M1} {Y1}',
		'{Y1!} {M1}(?: ay{L}*)? {d1}',
		'{Y1!} {d1} {M1}',
		'[«"“]_{d1}_[»"”] {M1}(?: {Y1})?',
		'{d1} {M1}',
		'{M1} {d1}',
		'{m1} {Y1}',
		'{Y1!} {m1}',
		'{d1}{-}{d2} {M2}(?: {Y2})?',
		'{d1} {M1}{-}{d2} {M2}(?: {Y2})?',
		'(?:{Y1!} )?{M1} {d1}{-}{d2}',
		'(?:{Y1!} )?{M1} {d1}{-}{M2} {d2}',
		'{d1} {or} {d2} {M2}(?: {Y2})?',
		'{d1} {and} {d2} {M2}(?: {Y2})?',
		'{Y1!} {m1}{-}{m2}(?: ay{L}*)?',
		'{m1}{-}{m2} {Y2}',
		`{y1}${ordinal} [iİ]l(?!l){L}*`,
		'{y1}(?:-c[ıiuü])?{-}{y2}-c[ıiuü] [iİ]ll?{L}*(?: aras{L}+)?',
		'{Y1!} {s1}',
		`{t1}${ordinal} ill[əe]r{L}*`,
		`{c1}(?:${ordinal})? [əe]sr{L}*`,
		`{c1}{-}{c2}(?:${ordinal})? [əe]sr{L}*`,
	],
	double: ['{d1}_[(/]_{d2}_\\)?_{M2} {Y2}', '{d1} {M1}_[(/]_{d2} {M2}_\\)? {Y2}'],
	yearAfter: { surely: '(?!)', perhaps: '(?!)', goingOn: '(?!)' },
	units: '(?!)',
	between: `ki,?|${of}`,
	approximate: {
		before: 'təxminən|təqribən',
		after: '(?:əvvəl|orta|son)(?:lar)?(?:[ıiuü]n?)?(?:d[aə]n?|n?[aə])?',
	},
	uncertain: { before: 'ehtimal(?: ki)?,?|güman(?: ki)?,?|bəlkə(?: də)?', after: '\\(\\?\\)' },
	oldStyle: '\\(?köhnə (?:üslub|stil){L}*\\)?',
};
