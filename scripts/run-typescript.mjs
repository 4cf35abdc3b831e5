// `node scripts/run-typescript.mjs FILE [ARGUMENT…]`: runs a TypeScript file that imports from src as the app's build
// does (`#shared/…`, `.sql?raw`), which Node alone cannot. It is bundled first, as the app is: run module by module, each
// use of an import is a call, and what is measured a third of it.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectCache, projectRoot } from './setup/places.mjs';

const file = path.resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, file);
const outDir = fs.mkdtempSync(path.join(projectCache, 'bundled-'));
process.on('exit', () => fs.rmSync(outDir, { recursive: true, force: true }));
await build({
	root: projectRoot,
	configFile: false,
	logLevel: 'error',
	plugins: [{ name: 'own-places', transform: withOwnPlaces }],
	build: {
		ssr: file,
		outDir,
		target: 'node24',
		minify: false,
		rollupOptions: { output: { entryFileNames: 'main.mjs' } },
	},
});
await import(pathToFileURL(path.join(outDir, 'main.mjs')).href);

/**
 * Modules know their own place as ever.
 * @param {string} code
 * @param {string} id
 */
function withOwnPlaces(code, id) {
	if (id.includes('node_modules')) return null;
	/** @type {Record<string, string>} */
	const places = { url: pathToFileURL(id).href, dirname: path.dirname(id), filename: id };
	return code.replace(/import\.meta\.(url|dirname|filename)\b/g, (_, name) => JSON.stringify(places[name]));
}
