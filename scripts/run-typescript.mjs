// `node scripts/run-typescript.mjs FILE [ARGUMENT…]`: runs a TypeScript file that imports from src as the app's build
// does (`#shared/…`, `.sql?raw`), which Node alone cannot. It is bundled first, as the app is: run module by module, each
// use of an import would be a call, and a search take three times as long as in the app.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectCache, projectRoot } from './setup/places.mjs';

const file = path.resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, file);
const bundles = path.join(projectCache, 'bundles');
const outDir = path.join(bundles, String(process.pid));
process.on('exit', () => fs.rmSync(outDir, { recursive: true, force: true }));
removeLeftBundles();
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

/** Of processes that were stopped before they could remove their own. */
function removeLeftBundles() {
	if (!fs.existsSync(bundles)) return;
	for (const name of fs.readdirSync(bundles)) {
		if (!isRunning(Number(name))) fs.rmSync(path.join(bundles, name), { recursive: true, force: true });
	}
}

/** @param {number} processId */
function isRunning(processId) {
	try {
		process.kill(processId, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

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
