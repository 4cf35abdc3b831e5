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
