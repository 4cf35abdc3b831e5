// `npm run bench:connect`: times what the chronology of 10,000 events and the page of a name compute; needs neither window
// nor build. With `-- window` they are timed in the window, with `-- graph` it is the graph's turn there: these need both.
import './setup/node-version.cjs';
import path from 'node:path';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';
import { sharedFolder } from './setup/shared-sets.mjs';

if (process.argv.includes('graph') || process.argv.includes('window')) await import('./bench.mjs');
else await runScript(measure);

function measure() {
	return onCurrentNode(() =>
		run(
			currentNode(),
			[
				path.join(projectRoot, 'scripts/run-typescript.mjs'),
				path.join(projectRoot, 'bench/connect.bench.ts'),
				...process.argv.slice(2),
			],
			{ cwd: projectRoot, env: { ...process.env, LECTERN_SHARED: sharedFolder() } },
		),
	);
}
