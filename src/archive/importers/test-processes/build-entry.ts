import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** Bundles an entry as the product's build does, so that any Node can run it; returns the path of the result. */
export async function buildEntry(entry: string): Promise<string> {
	const outDir = mkdtempSync(join(tmpdir(), 'lectern-entry-'));
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
