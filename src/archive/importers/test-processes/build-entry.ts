import { mkdirSync, mkdtempSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

/** Below the packages, since some stay files of their own and are looked for from where the entry lies. */
const builtFolder = resolve(import.meta.dirname, '../../../../node_modules/.cache/lectern');

/** Bundles an entry as the product's build does, so that any Node can run it; returns the path of the result. */
export async function buildEntry(entry: string): Promise<string> {
	mkdirSync(builtFolder, { recursive: true });
	const outDir = mkdtempSync(join(builtFolder, 'entry-'));
	await build({
		configFile: false,
		logLevel: 'silent',
		ssr: { noExternal: true },
		build: {
			ssr: entry,
			outDir,
			target: 'node20.18',
			minify: false,
			rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } },
		},
	});
	return join(outDir, basename(entry).replace(/\.ts$/, '.mjs'));
}
