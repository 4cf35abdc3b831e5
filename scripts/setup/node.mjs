import { ensureDependencies } from './dependencies.mjs';
import { currentNode } from './places.mjs';
import { run } from './run.mjs';

/**
 * Brings the dependencies up to date and makes sure that the rest runs on the Node among them: a script that was
 * started by an older one is run again there, and its body here does not run.
 * @param {() => Promise<number | void>} body
 * @returns {Promise<number | void>}
 */
export async function onCurrentNode(body) {
	ensureDependencies();
	const major = Number(process.versions.node.split('.')[0]);
	const node = currentNode();
	if (major >= 24 || node === process.execPath) return body();
	return run(node, process.argv.slice(1));
}
