import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadinessItem } from '#shared/domain/readiness.ts';
import type { RecognitionLanguage } from '#shared/domain/recognition.ts';
import { locales } from '#shared/messages/locales.ts';

/** One face a script and kind, as the build names its file after the package that it comes from. */
const faces = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'armenian', 'georgian'].flatMap((script) =>
	['sans', 'serif'].map((kind) => ({
		name: `Noto ${kind} ${script}`,
		file: RegExp(`^noto-${kind}-.*${script}-wght-normal`),
	})),
);

/**
 * Looks for files that are opened when something is asked for, and are therefore not missed before: language data, faces,
 * texts of the interface and its help, licences, the program of reading copies, and tables of PDFs.
 *
 * @param appFolder where `out/` and `resources/` lie
 * @param languages those that text can be recognised in, or could be
 */
export function checkReadiness(appFolder: string, languages: readonly RecognitionLanguage[]): ReadinessItem[] {
	const renderer = join(appFolder, 'out/renderer');
	const assets = namesIn(join(renderer, 'assets'));
	const lackOf = (parts: readonly { name: string; file: RegExp }[]) =>
		parts.filter(({ file }) => !assets.some((asset) => file.test(asset))).map(({ name }) => name);
	const absent = (folder: string, files: readonly string[]) => files.filter((file) => !existsSync(join(folder, file)));
	const tables = namesIn(renderer).find((name) => name.startsWith('pdf-')) ?? 'pdf';
	return [
		{
			part: 'recognition',
			missing: [
				...languages.filter(({ source }) => source === 'missing').map(({ code }) => `${code}.traineddata`),
				...absent(join(appFolder, 'node_modules'), [
					'tesseract.js-core/tesseract-core-simd-lstm.js',
					'tesseract.js-core/tesseract-core-simd-lstm.wasm',
				]),
			],
		},
		{ part: 'fonts', missing: lackOf(faces) },
		{
			part: 'help',
			// The first one's is in the program itself.
			missing: lackOf(
				locales
					.filter((locale) => locale !== 'en')
					.map((locale) => ({ name: `${locale}.json`, file: RegExp(`^${locale}-.*[.]json$`) })),
			),
		},
		{ part: 'tables', missing: absent(renderer, [`${tables}/cmaps`, `${tables}/standard_fonts`]) },
		{ part: 'reading-copy', missing: absent(join(appFolder, 'out'), ['reading-copy/app/copy.js']) },
		{ part: 'licences', missing: missingLicences(appFolder) },
	];
}

/** A packed program has them beside itself, with those of all its parts; elsewhere the parts lie in folders with their own. */
function missingLicences(appFolder: string): string[] {
	const [folder, files] = appFolder.endsWith('.asar')
		? [dirname(dirname(appFolder)), ['LICENSE.txt', 'THIRD-PARTY.txt']]
		: [appFolder, ['LICENSE']];
	return files.filter((file) => !existsSync(join(folder, file)));
}

function namesIn(folder: string): string[] {
	return existsSync(folder) ? readdirSync(folder) : [];
}
