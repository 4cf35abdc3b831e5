// `npm start`: sets up what is missing, builds what changed, opens Lectern in a window, or in a browser where there is
// no display.
import './setup/node-version.cjs';
import path from 'node:path';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, isRoot, projectCache, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript, say } from './setup/say.mjs';

const callersFolder = process.env.INIT_CWD ?? process.cwd();
const given = process.argv.slice(2);
const args = given.filter((argument) => argument !== '--browser').map(fromCallersFolder);

await runScript(() => onCurrentNode(() => (wantsBrowser() ? startForBrowser() : startWindow())));

function wantsBrowser() {
	if (given.includes('--browser')) return true;
	if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return false;
	say('there is no display here, so Lectern opens in a browser on this machine (as with --browser)');
	return true;
}

async function startForBrowser() {
	const { ensureForNode } = await import('./setup/parts.mjs');
	const { ensureBuild } = await import('./setup/build.mjs');
	ensureForNode();
	await ensureBuild();
	const env = { ...process.env, NODE_COMPILE_CACHE: path.join(projectCache, 'compiled') };
	return run(currentNode(), [path.join(projectRoot, 'out/main/serve.cjs'), ...args], { cwd: callersFolder, env });
}

async function startWindow() {
	const { ensureForWindow } = await import('./setup/parts.mjs');
	const { ensureBuild } = await import('./setup/build.mjs');
	const electron = await ensureForWindow();
	await ensureBuild();
	if (electron.source === 'registry') {
		say(
			`this is the development runtime, Electron ${electron.version}: good for trying and testing, not for a release`,
		);
	}
	if (isRoot)
		say('Chromium has no sandbox when root runs it (--no-sandbox); start Lectern as an ordinary user to have it');
	const switches = isRoot ? ['--no-sandbox'] : [];
	const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
	return run(electron.executable, [...switches, projectRoot, ...args], {
		cwd: callersFolder,
		env: electron.source === 'registry' ? { ...environment, LECTERN_RUNTIME: 'development' } : environment,
	});
}

/**
 * npm runs scripts in the project's folder, people name files from their own.
 * @param {string} argument
 * @param {number} at
 * @param {string[]} all
 */
function fromCallersFolder(argument, at, all) {
	const isPath = !argument.startsWith('-') && all[at - 1] !== '--port';
	return isPath ? path.resolve(callersFolder, argument) : argument.replace(/^(--data=)(.+)/, resolveValue);
}

/**
 * @param {string} _whole
 * @param {string} option
 * @param {string} value
 */
function resolveValue(_whole, option, value) {
	return option + path.resolve(callersFolder, value);
}
