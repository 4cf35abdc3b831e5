import { expect, test } from 'vitest';
import { problemsOf } from './check-messages.mjs';

const sources = [`message('alpha.title'); message(\`error.$\{code}\`)`];

test('sorted, used and complete catalogues have no problems', () => {
	const en = { 'alpha.title': 'Alpha', 'error.beta': 'Beta' };
	expect(problemsOf({ en, xx: en }, sources)).toEqual([]);
});

test('an unsorted key, an unused one and an unknown one are each named', () => {
	const en = { 'error.beta': 'Beta', 'delta.unused': 'Delta' };
	expect(problemsOf({ en }, sources)).toEqual([
		'en.json: "delta.unused" is not in its place; keys are sorted',
		'en.json: "delta.unused" is not used in src',
		"src: message('alpha.title') is not in en.json",
	]);
});

test('a translation has the same keys as English', () => {
	const en = { 'alpha.title': 'Alpha', 'error.beta': 'Beta' };
	expect(problemsOf({ en, xx: { 'alpha.title': 'Alpha', 'error.gamma': 'Gamma' } }, sources)).toEqual([
		'xx.json: "error.beta" is missing',
		'xx.json: "error.gamma" is not in en.json',
	]);
});

test('signs stand as the language sets them', () => {
	const en = { 'alpha.title': 'Alpha “beta”: gamma?' };
	/** @type {(language: string, text: string) => string[]} */
	const misprints = (language, text) =>
		problemsOf({ en, [language]: { 'alpha.title': text } }, sources).filter((problem) => !problem.includes('missing'));
	expect(misprints('fr', 'Alpha «\u00a0beta\u00a0»\u00a0: gamma\u202f?')).toEqual([]);
	expect(misprints('fr', 'Alpha « beta »: gamma ?')).toEqual([
		expect.stringMatching(/^fr.json: "alpha.title" has a space that breaks the line/),
	]);
	expect(misprints('hy', 'Ալֆա «բետա»\u2024 գամմա')).toEqual([]);
	expect(misprints('hy', 'Ալֆա «բետա». գամմա')).toEqual([expect.stringContaining('U+2024')]);
	expect(misprints('az', 'Alfa «beta»')).toEqual([expect.stringContaining('quotation marks')]);
});

test('a label has no more room than it needs', () => {
	/** @type {(title: string, text: string) => string[]} */
	const problems = (title, text) => problemsOf({ en: { 'alpha.title': title }, xx: { 'alpha.title': text } }, sources);
	const tooLong = expect.stringContaining('too long');
	expect(problems('Alpha', 'a'.repeat(30))).not.toContainEqual(tooLong);
	expect(problems('Alpha', 'a'.repeat(31))).toContainEqual(tooLong);
	expect(problems('Alpha.', 'a'.repeat(90))).not.toContainEqual(tooLong);
});
