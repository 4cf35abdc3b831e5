// What the systems' own lists call Lectern and its files. The words are those of the message catalogue.
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot, readJson } from '../setup/places.mjs';

export const product = readJson(path.join(projectRoot, 'package.json'));

/** Unchanged for good: systems keep settings, associations and permissions under it. */
export const appId = 'org.lectern.Lectern';

export const archiveType = {
	extension: 'lectern',
	/** Not registered; the suffix says what the file is for those who do not know Lectern (RFC 6838, 4.2.8). */
	mediaType: 'application/vnd.lectern.archive+sqlite3',
	/** Where and by what such a file is known, whatever its name: docs/file-format.md. */
	magic: [
		{ offset: 0, text: 'SQLite format 3' },
		{ offset: 68, text: 'LCTN' },
	],
};

const catalogues = path.join(projectRoot, 'resources/locales');

/**
 * A message in every language that Lectern speaks, English first.
 * @param {string} key
 * @returns {[language: string, text: string][]}
 */
export function inAllLanguages(key) {
	const languages = fs.readdirSync(catalogues).map((name) => path.basename(name, '.json'));
	return ['en', ...languages.filter((language) => language !== 'en').sort()].map((language) => [
		language,
		readJson(path.join(catalogues, `${language}.json`))[key],
	]);
}

/** One sentence, as lists show it: without its full stop. */
export function inAllLanguagesForLists(/** @type {string} */ key) {
	return inAllLanguages(key).map(([language, text]) => /** @type {const} */ ([language, text.replace(/[.։]$/, '')]));
}
