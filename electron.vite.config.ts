import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Many small files that every process needs at its start: as part of one file they are there sooner. */
const bundledPackages = ['valibot', 'uuid', '@lingui/core', '@lingui/message-utils'];

/**
 * Targets are pinned to the older of the two runtimes that Lectern supports; left out, electron-vite would take them
 * from whichever Electron it finds. The serve and cli entries run under plain Node and share chunks with the desktop's.
 */
export default defineConfig({
	main: {
		build: {
			target: 'node20.18',
			externalizeDeps: { exclude: bundledPackages },
			rolldownOptions: {
				input: {
					index: at('src/main/index.ts'),
					'archive-process': at('src/main/archive-process.ts'),
					'import-process': at('src/main/import-process.ts'),
					serve: at('src/serve/main.ts'),
					cli: at('src/cli/main.ts'),
					'cli-import-process': at('src/cli/import-process.ts'),
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
		plugins: [react()],
		worker: { format: 'es' },
		build: {
			target: 'chrome130',
			assetsInlineLimit: 0,
			minify: true,
			chunkSizeWarningLimit: 1000,
			rolldownOptions: {
				input: at('src/renderer/index.html'),
				// Everything that the first page needs comes as one file: twenty small ones took longer to get here than to run.
				output: { codeSplitting: { groups: [{ name: 'first', test: at('src/renderer/app/main.tsx') }] } },
			},
		},
	},
});
