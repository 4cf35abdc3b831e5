import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { asciiScripts } from './scripts/vite-plugins/ascii-scripts.ts';
import { cheapStart } from './scripts/vite-plugins/cheap-start.ts';
import { classicScripts } from './scripts/vite-plugins/classic-scripts.ts';
import { nativeAddon } from './scripts/vite-plugins/native-addon.ts';
import { parsedCatalogue } from './scripts/vite-plugins/parsed-catalogue.ts';
import { pdfAssets } from './scripts/vite-plugins/pdf-assets.ts';
import { readingCopyProgram } from './scripts/vite-plugins/reading-copy-program.ts';
import { writePart } from './src/shared/reading-copy/part-file.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const locales = at('resources/locales');
/** What the window's script is written for; in a reading copy other browsers of the same years run it too. */
const browser = 'chrome130';

/**
 * Targets are pinned to the older of the two runtimes that Lectern supports; left out, electron-vite would take them
 * from whichever Electron it finds. The serve and cli entries run under plain Node and share chunks with the desktop's.
 */
export default defineConfig({
	main: {
		plugins: [parsedCatalogue({ folder: locales, isWindow: false }), nativeAddon(), asciiScripts()],
		resolve: { alias: { 'buffer-crc32': at('scripts/vite-plugins/native-crc32.ts') } },
		build: {
			target: 'node20.18',
			// One file is there sooner than the many small ones of a package.
			externalizeDeps: false,
			rolldownOptions: {
				input: {
					index: at('src/main/index.ts'),
					'archive-start': at('src/main/archive-start.ts'),
					'archive-process': at('src/main/archive-process.ts'),
					'import-process': at('src/main/import-process.ts'),
					serve: at('src/serve/main.ts'),
					cli: at('src/cli/main.ts'),
					'cli-import-process': at('src/cli/import-process.ts'),
				},
				output: {
					format: 'cjs',
					entryFileNames: '[name].cjs',
					chunkFileNames: 'chunks/[name].cjs',
					// Comments and indents are a third of it, which each start would read, check and decode. Names stay, for reports.
					minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
				},
			},
		},
	},
	preload: {
		build: {
			target: 'node20.18',
			externalizeDeps: false,
			rolldownOptions: {
				input: { index: at('src/preload/index.ts') },
				// A sandboxed preload has no ESM loader.
				output: { format: 'cjs', entryFileNames: '[name].cjs' },
			},
		},
	},
	renderer: {
		root: at('src/renderer'),
		resolve: {
			// Its edition for browsers writes HTML to an element: the search worker has none, and the window's policy forbids it.
			alias: { 'decode-named-character-reference': at('node_modules/decode-named-character-reference/index.js') },
		},
		plugins: [
			react(),
			parsedCatalogue({ folder: locales, isWindow: true }),
			classicScripts(),
			cheapStart(),
			asciiScripts(),
			pdfAssets(),
			readingCopyProgram({
				entry: at('src/reading-copy/main.ts'),
				styles: at('src/reading-copy/gate/gate.css'),
				folder: at('out/reading-copy'),
				writePart,
				target: browser,
			}),
		],
		worker: { format: 'es', plugins: () => [parsedCatalogue({ folder: locales, isWindow: true }), asciiScripts()] },
		build: {
			target: browser,
			assetsInlineLimit: 0,
			minify: true,
			// Two scripts they are, however large (docs/decisions/0007).
			chunkSizeWarningLimit: 2500,
			cssCodeSplit: false,
			modulePreload: false,
			rolldownOptions: {
				input: at('src/renderer/index.html'),
				// Whoever takes one thing of a feature does not need all of it; the first script would have nearly everything.
				treeshake: {
					moduleSideEffects: [{ test: /[\\/]src[\\/]renderer[\\/]features[\\/].*\.tsx?$/, sideEffects: false }],
				},
				// What libraries ask of it, hot reloading and the like, a built page has not.
				checks: { emptyImportMeta: false },
			},
		},
	},
});
