// `npm run bench:merge -- [--runs N] [--seed S]`: three copies of an archive go their own ways and are merged in every
// order; needs neither window nor build.
import './setup/node-version.cjs';
import path from 'node:path';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() =>
	onCurrentNode(() =>
		run(
			currentNode(),
			[
				path.join(projectRoot, 'scripts/run-typescript.mjs'),
				path.join(projectRoot, 'bench/merge.bench.ts'),
				...process.argv.slice(2),
			],
			{ cwd: projectRoot },
		),
	),
);
