// Every package that the app is shipped with has a licence that suits Lectern's own.
import path from 'node:path';
import { projectRoot, readJson } from './setup/places.mjs';

const allowed = new Set([
	...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib'],
	// 'BSD' is how `duck` states its licence, BSD-2-Clause.
	...['BSD', 'Unlicense', 'CC0-1.0', 'OFL-1.1', 'CC-BY-4.0', 'Python-2.0'],
]);

/**
 * Whether an SPDX expression leaves us a choice of allowed licences only.
 * @param {string} expression
 * @returns {boolean}
 */
export function isAllowed(expression) {
	const plain = expression.replace(/^\((.*)\)$/, '$1');
	if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
	return plain.split(' AND ').every((licence) => allowed.has(licence));
}

/**
 * The packages that are not for development alone and whose licence is not on the list.
 * @param {Record<string, { dev?: boolean, license?: string }>} locked the lockfile's packages
 */
export function unsuitable(locked) {
	return Object.entries(locked)
		.filter(([place, { dev, license }]) => place !== '' && !dev && !isAllowed(license ?? 'none stated'))
		.map(([place, { license }]) => `${place.replace(/^.*node_modules[/]/, '')}: ${license ?? 'none stated'}`);
}

if (import.meta.filename === process.argv[1]) {
	const found = unsuitable(readJson(path.join(projectRoot, 'package-lock.json')).packages);
	for (const line of found) process.stdout.write(`${line}\n`);
	process.exitCode = found.length > 0 ? 1 : 0;
}
