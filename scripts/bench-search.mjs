// `npm run bench:search -- [OPTION…]`: search beside FTS5 and Xapian; needs neither window nor build. `--help` says more.
import './setup/node-version.cjs';
import path from 'node:path';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() => onCurrentNode(benchSearch));

async function benchSearch() {
	const { ensureForSearchBench } = await import('./setup/parts.mjs');
	const args = process.argv.slice(2);
	const engines = args[args.indexOf('--engines') + 1] ?? '';
	ensureForSearchBench({ withXapian: !args.includes('--engines') || engines.includes('xapian') });
	const file = path.join(projectRoot, 'bench/search.bench.ts');
	return run(currentNode(), [path.join(projectRoot, 'scripts/run-typescript.mjs'), file, ...args], {
		cwd: projectRoot,
	});
}
