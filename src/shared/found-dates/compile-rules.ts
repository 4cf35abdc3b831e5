import type { DateRules, Doubt } from './date-rules.ts';
import {
	dash,
	never,
	notAfterWord,
	notBeforeWord,
	numberEnd,
	numberStart,
	space,
	wordSource,
	yearDigits,
} from './rule-source.ts';
import { monthMark, monthOfDayMark, seasonMark, type WordMarker, wordMarker } from './word-marks.ts';

/** A template as an expression, and what its matches are. */
export interface CompiledTemplate {
	/** Global, to be matched with `matchAll` in a text with marks. */
	expression: RegExp;
	isDouble: boolean;
}

export interface CompiledRules {
	rules: DateRules;
	mark: WordMarker;
	templates: readonly CompiledTemplate[];
	approximate: CompiledDoubt;
	uncertain: CompiledDoubt;
	oldStyle: RegExp;
	year: Record<'surely' | 'perhaps' | 'before' | 'goingOn' | 'units', RegExp>;
}

export interface CompiledDoubt {
	/** Ends where the date begins. */
	before: RegExp;
	/** Begins where the date ends. */
	after: RegExp;
}

const known = new WeakMap<DateRules, CompiledRules>();

export function compileRules(rules: DateRules): CompiledRules {
	const compiled = known.get(rules) ?? compile(rules);
	known.set(rules, compiled);
	return compiled;
}

function compile(rules: DateRules): CompiledRules {
	const flags = rules.isCaseSensitive ? '' : 'i';
	const template = (isDouble: boolean) => (source: string) => ({
		expression: new RegExp(`${numberStart}(?:${expand(source, rules)})${numberEnd}`, `g${flags}`),
		isDouble,
	});
	const endingAt = (source: string) => new RegExp(`${notAfterWord}(?:${wordSource(source)})${space}$`, flags);
	const startingAt = (source: string, gap = space) =>
		new RegExp(`^${gap}(?:${wordSource(source)})${notBeforeWord}`, flags);
	const { surely, perhaps, before, goingOn } = rules.yearAfter;
	return {
		rules,
		mark: wordMarker(rules, flags),
		templates: [...rules.templates.map(template(false)), ...rules.double.map(template(true))],
		approximate: compileDoubt(rules.approximate),
		uncertain: compileDoubt(rules.uncertain),
		oldStyle: startingAt(rules.oldStyle, `${space}?`),
		year: {
			surely: endingAt(surely),
			perhaps: endingAt(perhaps),
			before: endingAt(before ?? never),
			goingOn: startingAt(goingOn),
			units: startingAt(rules.units),
		},
	};

	function compileDoubt(doubt: Doubt): CompiledDoubt {
		const words = `${notAfterWord}(?:${wordSource(doubt.before || never)})`;
		const between = `(?:,?${space}(?:${wordSource(rules.between)}))?`;
		return {
			before: new RegExp(`${words}${between}(?:,?${space}|[-‐‑]|(?<=[’']))$`, flags),
			after: startingAt(doubt.after || never, `${space}?`),
		};
	}
}

function expand(template: string, rules: DateRules): string {
	return wordSource(template).replaceAll(/\{(-|or|and|[dmMsyYcrt][12]!?)\}/g, (_, name: string) =>
		partSource(name, rules),
	);
}

/** What stands for a part of a date in a template; its group is named by the part and the end that it belongs to. */
function partSource(name: string, rules: DateRules): string {
	const end = name.slice(1, 2);
	const year = `(?<y${end}>${yearDigits})(?![0-9])`;
	const roman = '[IVXІХ]{1,5}';
	switch (name.replace(/[12]/, '')) {
		case '-':
			return dash;
		case 'or':
		case 'and':
			return `(?<${name}>${wordSource(rules[name as 'or' | 'and'])})`;
		case 'd':
			return `(?<d${end}>0?[1-9]|[12][0-9]|3[01])(?![0-9])${wordSource(rules.afterDay)}`;
		case 'm':
			return `(?<m${end}>${monthMark})`;
		case 'M':
			return `(?<m${end}>${monthOfDayMark})`;
		case 's':
			return `(?<s${end}>${seasonMark})`;
		case 'Y':
			return `${year}(?:${wordSource(rules.yearWord)})?`;
		case 'Y!':
			return `${year}(?:${wordSource(rules.yearWord)})`;
		case 'c':
			return `(?<c${end}>${roman}|2[01]|1?[0-9]|${(rules.centuries ?? [never]).join('|')})`;
		case 'r':
			return `(?<c${end}>${roman})`;
		case 't':
			return `(?<t${end}>1[0-9]{2}|20[0-9])0(?![0-9])`;
		default:
			return year;
	}
}
