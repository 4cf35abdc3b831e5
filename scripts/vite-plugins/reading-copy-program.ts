import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';

export interface ReadingCopyProgramOptions {
	/** The page's own script (`src/reading-copy/main.ts`) and styles, which stand behind the window's. */
	entry: string;
	styles: string;
	/** What it becomes is laid down here. */
	folder: string;
	/** `shared/reading-copy/part-file.ts`'s way to write a part; passed in, since the build reads no `#shared`. */
	writePart(name: string, content: string): string;
	target: string;
}

/** What the build makes of those workers that a copy has, by the part that each becomes (`shared/reading-copy/copy-parts.ts`). */
const workers = {
	'app/search-worker': /^assets\/search\.worker-[\w-]+\.js$/,
	'app/graph-worker': /^assets\/graph-layout\.worker-[\w-]+\.js$/,
};
/** The window's script, and what it loads later where it can. */
const scripts = [/^assets\/index-[\w-]+\.js$/, /^assets\/rest-[\w-]+\.js$/];
/** Of a worker, whose script is a text by then: beside it lies nothing that it could fetch. */
const noAddress = '"file:///"';
const fontFaces = /@font-face\s*\{[^}]*\}/g;
const fontInStyles = /url\(["']?\.\/([\w.-]+\.woff2)["']?\)/g;

/**
 * The program of a reading copy, made of what the build has made already: the window's own scripts and styles, as they are
 * on the desktop. What a page that was opened from a disk may not load from there goes into them: fonts into styles of their
 * own, which nothing waits for, workers and languages into parts.
 */
export function readingCopyProgram({ entry, styles, folder, writePart, target }: ReadingCopyProgramOptions): Plugin {
	return {
		name: 'reading-copy-program',
		apply: 'build',
		async writeBundle({ dir = '' }, bundle) {
			const made = Object.keys(bundle);
			const read = (pattern: RegExp) => readFileSync(join(dir, only(made, pattern)), 'utf8');
			const put = (path: string, content: string) => {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), content);
			};
			rmSync(folder, { recursive: true, force: true });
			put('app/app.js', scripts.map(read).join('\n'));
			const windowStyles = read(/^assets\/style-[\w-]+\.css$/);
			put('app/app.css', `${windowStyles.replace(fontFaces, '')}\n${readFileSync(styles, 'utf8')}`);
			put('app/fonts.css', withFonts(windowStyles.match(fontFaces)?.join('\n') ?? '', join(dir, 'assets')));
			for (const [name, asset] of Object.entries(workers))
				put(`${name}.js`, writePart(name, read(asset).replaceAll('import.meta.url', noAddress)));
			for (const path of made) {
				const language = /^assets\/([a-z]{2})-[\w-]+\.json$/.exec(path)?.[1];
				if (language === undefined) continue;
				const name = `app/languages/${language}`;
				put(`${name}.js`, writePart(name, readFileSync(join(dir, path), 'utf8')));
			}
			await build({
				configFile: false,
				logLevel: 'warn',
				publicDir: false,
				build: {
					target,
					outDir: join(folder, 'app'),
					emptyOutDir: false,
					lib: { entry, formats: ['iife'], name: 'lecternCopyHost', fileName: () => 'copy.js' },
				},
			});
		},
	};
}

function only(paths: readonly string[], pattern: RegExp): string {
	const found = paths.filter((path) => pattern.test(path));
	if (found[0] === undefined || found.length > 1) throw new Error(`${pattern} is ${found.length} files of the build`);
	return found[0];
}

function withFonts(styles: string, assets: string): string {
	return styles.replace(fontInStyles, (_, name: string) => {
		const base64 = readFileSync(join(assets, name)).toString('base64');
		return `url(data:font/woff2;base64,${base64})`;
	});
}
