import type { DateRules } from '../date-rules.ts';

const to = "(?:{-}| à | au | jusqu[’']au | jusqu[’']à )";

export const french: DateRules = {
	months: [
		'janv(?:ier|\\.)',
		'févr(?:ier|\\.)|fevrier',
		'mars',
		'avr(?:il|\\.)',
		'mai',
		'juin',
		'juil(?:let|\\.)',
		'ao[ûu]t',
		'sept(?:embre|\\.)',
		'oct(?:obre|\\.)',
		'nov(?:embre|\\.)',
		'd[ée]c(?:embre|\\.)',
	],
	seasons: ['printemps', 'été', 'automne', 'hiver'],
	afterDay: '(?:er|ᵉʳ)?',
	yearWord: '(?!)',
	or: 'ou(?: le)?',
	and: 'et(?: le)?',
	templates: [
		'{d1} {M1} {y1}',
		'{d1} {M1}',
		'{m1}(?: de)? {y1}',
		`(?:du |entre le )?{d1}(?:${to}| et le ){d2} {M2}(?: {y2})?`,
		`(?:du |entre le )?{d1} {M1}(?: {y1})?(?:${to}| et le ){d2} {M2}(?: {y2})?`,
		'{d1} {or} {d2} {M2}(?: {y2})?',
		'{d1} {and} {d2} {M2}(?: {y2})?',
		`(?:de |d[’']|entre )?{m1}(?: {y1})?(?:${to}| et ){m2} {y2}`,
		'{m1} {or} {m2} {y2}',
		'(?:de |entre ){y1}(?: à | et ){y2}',
		'{s1}(?: de)? {y1}',
		'{s1}(?: de)? {y1}[/–-](?:[0-9]{4}|[0-9]{2})',
		'années {t1}',
		'années {t1}{-}{t2}',
		'{c1}(?:e|ᵉ|ème|er) siècle',
		'{c1}(?:e|ᵉ|ème)?(?:{-}| et ){c2}(?:e|ᵉ|ème) siècles?',
	],
	double: ['{d1}_[(/]_{d2}_\\)?_{M2} {y2}', '{d1} {M1}_[(/]_{d2} {M2}_\\)? {y2}'],
	yearAfter: {
		surely: "en|depuis|dès|jusqu[’']en|l[’']an|l[’']année|année",
		perhaps: 'de|avant|après|vers|et|ou|à',
		goingOn: 'et|ou|à|mais|quand|le|la|les|il|elle|ils|elles|nul|personne|fut|était|par|avec|sur',
	},
	units:
		'personnes|hommes|femmes|enfants|cas|grammes?|kilos?|mètres?|km|kg|tonnes?|euros?|francs?|pages?|exemplaires?|fois|heures?|jours?|ans|soldats|familles|maisons|mots|autres',
	between: "de|du|d[’']|en|le|la|l[’']|au|à la|à l[’']",
	approximate: {
		before: 'vers|environ|circa|ca?\\.|début(?: de| du)?|fin(?: de| du)?|mi|milieu(?: de| du)?|courant',
		after: 'environ',
	},
	uncertain: { before: 'peut-être|probablement|sans doute|vraisemblablement', after: '\\(\\?\\)| \\?' },
	oldStyle: '\\((?:v\\. ?s\\.|vieux style|ancien style|calendrier julien)\\)',
};
