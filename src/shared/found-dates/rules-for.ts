import { type CompiledRules, compileRules } from './compile-rules.ts';
import type { DateRules } from './date-rules.ts';
import { armenian } from './rules/armenian.ts';
import { azerbaijani } from './rules/azerbaijani.ts';
import { english } from './rules/english.ts';
import { french } from './rules/french.ts';
import { russian } from './rules/russian.ts';
import { turkish } from './rules/turkish.ts';

const byLanguage: Readonly<Record<string, DateRules>> = {
	en: english,
	ru: russian,
	hy: armenian,
	az: azerbaijani,
	tr: turkish,
	fr: french,
};
const byScript: readonly [RegExp, readonly DateRules[]][] = [
	[/[԰-֏]/, [armenian]],
	[/[Ѐ-ӿ]/, [russian]],
];
const ofLatin = [english, french, turkish, azerbaijani];

/** The rules of a text's language, and of the scripts that this is not written in; without a known language, of all that its scripts may be. */
export function rulesFor(language: string, text: string): CompiledRules[] {
	const own = byLanguage[language.slice(0, 2).toLowerCase()];
	const found = byScript.flatMap(([script, rules]) => (script.test(text) ? rules : []));
	if (!own && /[a-z]/i.test(text)) found.push(...ofLatin);
	return [...new Set(own ? [own, ...found] : found)].map(compileRules);
}

const yearInDigits = /(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])/;

/** Those of the other languages that a passage with Latin letters and a year may be in: a text is in one as a whole, and a passage may quote another. */
export function neighbouringRules(language: string, text: string): CompiledRules[] {
	const own = byLanguage[language.slice(0, 2).toLowerCase()];
	if (!own || !yearInDigits.test(text) || !/[a-z]/i.test(text)) return [];
	return ofLatin.filter((rules) => rules !== own).map(compileRules);
}
