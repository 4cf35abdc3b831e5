// The message catalogues: English sorted by key, every key used, every key that the code names there; in every other
// language the same keys, each with what the program fills in and all the plurals of that language, set as that language is.
import fs from 'node:fs';
import path from 'node:path';
import { departuresOf } from './message-parts.mjs';
import { isTooLong, misprintsOf } from './message-typography.mjs';
import { projectRoot, readJson } from './setup/places.mjs';

/**
 * What is wrong with the catalogues, a sentence each.
 * @param {Record<string, Record<string, string>>} catalogues by language; English is `en`
 * @param {string[]} sources the text of every source file
 */
export function problemsOf(catalogues, sources) {
	const { en = {}, ...others } = catalogues;
	const keys = Object.keys(en);
	const known = new Set(keys);
	const { literals, beginnings } = mentions(sources);
	return [
		...outOfOrder(keys).map((key) => `en.json: "${key}" is not in its place; keys are sorted`),
		...keys
			.filter((key) => !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)))
			.map((key) => `en.json: "${key}" is not used in src`),
		...calledKeys(sources)
			.filter((key) => !known.has(key))
			.map((key) => `src: message('${key}') is not in en.json`),
		...Object.entries(others).flatMap(([language, catalogue]) => differences(language, en, catalogue)),
	];
}

/** @param {string[]} keys */
function outOfOrder(keys) {
	return keys.filter((key, at) => at > 0 && key < (keys[at - 1] ?? ''));
}

/**
 * Every string in quotes, and the fixed beginning of every template that has one (`error.${code}`).
 * @param {string[]} sources
 */
function mentions(sources) {
	/** @type {Set<string>} */
	const literals = new Set();
	/** @type {Set<string>} */
	const beginnings = new Set();
	for (const source of sources) {
		for (const [, text = ''] of source.matchAll(/['"`]([a-z][\w-]*(?:[.][\w-]+)+)['"`]/g)) literals.add(text);
		for (const [, text = ''] of source.matchAll(/`([a-z][\w-]*(?:[.][\w-]+)*[.][\w-]*)\$\{/g)) beginnings.add(text);
	}
	return { literals, beginnings: [...beginnings] };
}

/** @param {string[]} sources */
function calledKeys(sources) {
	const calls = sources.flatMap((source) => [...source.matchAll(/\b(?:message|t)\(\s*'([\w-]+(?:[.][\w-]+)+)'/g)]);
	return [...new Set(calls.map(([, key = '']) => key))];
}

/**
 * @param {string} language
 * @param {Record<string, string>} english
 * @param {Record<string, string>} catalogue
 */
function differences(language, english, catalogue) {
	const missing = Object.keys(english).filter((key) => !Object.hasOwn(catalogue, key));
	return [
		...missing.map((key) => `${language}.json: "${key}" is missing`),
		...Object.entries(catalogue).flatMap(([key, text]) =>
			Object.hasOwn(english, key)
				? faultsOf(language, english[key] ?? '', text).map((what) => `${language}.json: "${key}" ${what}`)
				: [`${language}.json: "${key}" is not in en.json`],
		),
	];
}

/**
 * @param {string} language
 * @param {string} english
 * @param {string} text
 */
function faultsOf(language, english, text) {
	return [
		...departuresOf(language, english, text),
		...misprintsOf(language, text),
		...(isTooLong(english, text) ? [`is too long for a label: ${text.length} letters for ${english.length}`] : []),
	];
}

function readCatalogues() {
	const folder = path.join(projectRoot, 'resources/locales');
	const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
	return Object.fromEntries(names.map((name) => [name.slice(0, -5), readJson(path.join(folder, name))]));
}

function readSources() {
	const folder = path.join(projectRoot, 'src');
	const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names
		.filter((name) => /[.]tsx?$/.test(name) && !/[.]test[.]tsx?$/.test(name))
		.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

if (import.meta.filename === process.argv[1]) {
	const problems = problemsOf(readCatalogues(), readSources());
	for (const problem of problems) process.stdout.write(`${problem}\n`);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
