// `npm run check`: the quick part of the gate: types, style, boundaries, messages, licences.
import './setup/node-version.cjs';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, inPackage, projectRoot } from './setup/places.mjs';
import { runScript } from './setup/say.mjs';

const isTerminal = Boolean(process.stdout.isTTY);

/** @type {[name: string, file: string, args: string[]][]} */
const steps = [
	// Forced, since tsc does not notice that the message catalogue (JSON) changed, and so would miss an absent key.
	['types', inPackage('typescript', 'bin', 'tsc'), ['-b', '--force', '--pretty', String(isTerminal)]],
	[
		'style',
		inPackage('@biomejs', 'biome', 'bin', 'biome'),
		['ci', '.', '--max-diagnostics=50', `--colors=${isTerminal ? 'force' : 'off'}`],
	],
	['boundaries', inPackage('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), ['src', '--output-type', 'err']],
	['messages', 'scripts/check-messages.mjs', []],
	['licences', 'scripts/check-licences.mjs', []],
];

/** Runs every step and gives the names of those that failed. */
export async function check() {
	process.stdout.write('\n== check\n');
	return steps.filter(([name, file, args]) => !passes(name, file, args)).map(([name]) => name);
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string[]} args
 */
function passes(name, file, args) {
	const started = performance.now();
	const result = spawnSync(currentNode(), [file, ...args], {
		cwd: projectRoot,
		encoding: 'utf8',
		env: isTerminal ? { ...process.env, FORCE_COLOR: '1' } : process.env,
	});
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	if (result.status !== 0) process.stdout.write(`${result.stdout}${result.stderr}`);
	process.stdout.write(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
	return result.status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	await runScript(() => onCurrentNode(async () => ((await check()).length === 0 ? 0 : 1)));
}
