// `npm run bench [NAME…]`: every bench/*.bench.ts, or those whose names contain one of the given words, one after the
// other. They print figures and assert nothing.
import './setup/node-version.cjs';
import fs from 'node:fs';
import path from 'node:path';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() => onCurrentNode(bench));

async function bench() {
	const { ensureForSearchBench, ensureForTests } = await import('./setup/parts.mjs');
	const { ensureBuild } = await import('./setup/build.mjs');
	const { electronEnvironment } = await import('./setup/electron-runtime.mjs');
	const { onDisplay } = await import('./setup/display.mjs');
	const { sharedFolder } = await import('./setup/shared-sets.mjs');
	const electron = await ensureForTests();
	await ensureBuild();
	const env = { ...process.env, ...electronEnvironment(electron), LECTERN_SHARED: sharedFolder() };
	let failures = 0;
	const files = chosen(process.argv.slice(2));
	if (files.some((file) => path.basename(file) === 'search.bench.ts')) ensureForSearchBench({ withXapian: true });
	for (const file of files) {
		process.stdout.write(`\n== ${path.basename(file, '.bench.ts')}\n`);
		const [command, args] = onDisplay(currentNode(), [path.join(projectRoot, 'scripts/run-typescript.mjs'), file]);
		if ((await run(command, args, { cwd: projectRoot, env })) !== 0) failures++;
	}
	return failures > 0 ? 1 : 0;
}

/** @param {string[]} words */
function chosen(words) {
	const folder = path.join(projectRoot, 'bench');
	const all = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
	const wanted = words.length === 0 ? all : all.filter((name) => words.some((word) => name.includes(word)));
	return wanted.sort().map((name) => path.join(folder, name));
}
