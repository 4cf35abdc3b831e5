// Stands in for Electron's own default app, which the registry's runtime lacks: `electron [switches] path/to/app`.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { modules, target } = readArguments(process.argv.slice(1));
const require = createRequire(path.join(process.cwd(), 'default-app.js'));
for (const name of modules) require(name);

if (target === undefined) {
	process.stderr.write('usage: electron path/to/app\n');
	app.exit(1);
} else {
	Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
	introduce(target);
	await import(pathToFileURL(require.resolve(target)).href);
}

/** Playwright passes `-r module` before the app's path. */
function readArguments(args) {
	const modules = [];
	for (let at = 0; at < args.length; at++) {
		if (args[at] === '-r' || args[at] === '--require') modules.push(args[++at]);
		else if (!args[at].startsWith('-')) return { modules, target: path.resolve(args[at]) };
	}
	return { modules, target: undefined };
}

function introduce(folder) {
	const file = path.join(folder, 'package.json');
	if (!fs.existsSync(file)) return app.setAppPath(path.dirname(folder));
	const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
	if (manifest.version) app.setVersion(manifest.version);
	app.name = manifest.productName ?? manifest.name ?? 'Electron';
	app.setAppPath(folder);
}
