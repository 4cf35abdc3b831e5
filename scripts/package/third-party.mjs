// THIRD-PARTY.txt: every part by others that a package carries, with its licence in full.
import fs from 'node:fs';
import path from 'node:path';
import { inPackage, projectRoot } from '../setup/places.mjs';

/** @typedef {import('./shipped-packages.mjs').ShippedPackage} ShippedPackage */

const licenceFile = /^(licen[cs]e|notice|copying|unlicen[cs]e)/i;
/** Folders of data that have a licence of their own beside them, one level down. */
const ownFolder = /^(?!node_modules$)/;

/** Packages that state MIT, ISC or BSD-3-Clause and carry no text of it: whose it is, as their manifests or repositories say. */
const withoutFile = new Map([
	['@tokenizer/token', 'Copyright (c) Borewit (https://github.com/Borewit)'],
	['client-only', 'Copyright (c) Meta Platforms, Inc. and affiliates.'],
	['pmtiles', 'Copyright 2021 Protomaps LLC'],
	['isarray', 'Copyright (c) 2013 Julian Gruber <julian@juliangruber.com>'],
	// A fork of sax, as its README says.
	['saxes', 'Copyright (c) Louis-Dominique Dubeau, Isaac Z. Schlueter and Contributors'],
	['to-data-view', 'Copyright (c) Linus Unnebäck'],
	['type-fest', 'Copyright (c) Sindre Sorhus <sindresorhus@gmail.com> (https://sindresorhus.com)'],
]);
/** MIT covers the packages; the data in them are those of the Tesseract project, under the licence of Lectern itself. */
const recognitionData = /^@tesseract\.js-data\//;

/**
 * The text, for people and lawyers. Throws, by name, when a package has no licence text that could be given.
 * @param {ShippedPackage[]} packages
 * @param {{ version: string, folder: string }} electron
 */
export function thirdPartyText(packages, electron) {
	return [
		'Lectern contains these parts by others. Each is named with its licence; the texts of the licences follow.',
		'',
		`  Electron ${electron.version}: MIT (with Chromium and Node.js; their notices are in LICENSES.chromium.html)`,
		...packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`),
		'  SQLite, in better-sqlite3 and better-sqlite3-multiple-ciphers: in the public domain',
		'  SQLite3 Multiple Ciphers, in better-sqlite3-multiple-ciphers: MIT, with SHA-2 of Olivier Gay: BSD-3-Clause',
		'  Tesseract and Leptonica, in tesseract.js-core: Apache-2.0 and BSD-2-Clause',
		'  Language data of the Tesseract project, in resources/tessdata: Apache-2.0',
		...section(`Electron ${electron.version}`, [
			fs.readFileSync(path.join(electron.folder, electronLicence(electron)), 'utf8'),
		]),
		...packages.flatMap((each) => section(`${each.name} ${each.version}`, licenceTexts(each))),
		...section('SQLite3 Multiple Ciphers', cipherLicences()),
	].join('\n');
}

/**
 * The official distribution calls it LICENSE, electron-builder renames it when it packs.
 * @param {{ folder: string }} electron
 */
function electronLicence({ folder }) {
	const name = ['LICENSE', 'LICENSE.electron.txt'].find((each) => fs.existsSync(path.join(folder, each)));
	if (!name) throw new Error(`${folder} has no licence of Electron`);
	return name;
}

/**
 * @param {string} title
 * @param {string[]} texts
 */
function section(title, texts) {
	const line = '='.repeat(80);
	return ['', line, title, line, '', ...texts.map((text) => `${text.replaceAll('\r\n', '\n').trimEnd()}\n`)];
}

/**
 * @param {ShippedPackage} shipped
 * @returns {string[]}
 */
function licenceTexts({ name, licence, place }) {
	const folder = path.join(projectRoot, place);
	const files = [folder, ...foldersIn(folder)].flatMap(licenceFilesIn);
	if (files.length > 0) return files.map((file) => fs.readFileSync(file, 'utf8'));
	if (recognitionData.test(name)) return [fs.readFileSync(path.join(projectRoot, 'LICENSE'), 'utf8')];
	const holder = withoutFile.get(name);
	const text = /\bMIT\b/.test(licence) ? mit : licence === 'ISC' ? isc : licence === 'BSD-3-Clause' ? bsd : null;
	if (holder && text) return [`${holder}\n\n${text}`];
	throw new Error(`${name} (${licence}) carries no licence text: see scripts/package/third-party.mjs`);
}

/** Of what lies in the compiled half of better-sqlite3-multiple-ciphers; its sources say it, and no file of its own. */
function cipherLicences() {
	const sources = fs.readFileSync(inPackage('better-sqlite3-multiple-ciphers', 'deps/sqlite3/sqlite3.c'), 'utf8');
	const [sha2] = /(?<=\/\*\n) \* FIPS 180-2 SHA-224[\s\S]*?(?=\n \*\/)/.exec(sources) ?? [];
	if (!sha2) throw new Error('sqlite3.c has no notice of SHA-2: see scripts/package/third-party.mjs');
	return [
		`Copyright (c) 2006-2026 Ulrich Telle\nCopyright (c) 2023-2024 Frank Denis\n\n${mit}`,
		sha2.replaceAll(/^ \* ?/gm, ''),
	];
}

/** @param {string} folder */
function foldersIn(folder) {
	return fs
		.readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && ownFolder.test(entry.name))
		.map((entry) => path.join(folder, entry.name));
}

/** @param {string} folder */
function licenceFilesIn(folder) {
	return fs
		.readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && licenceFile.test(entry.name) && !/[.](js|cjs|mjs|ts)$/.test(entry.name))
		.map((entry) => path.join(folder, entry.name));
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

const bsd = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products
derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF
USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT
LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED
OF THE POSSIBILITY OF SUCH DAMAGE.`;
