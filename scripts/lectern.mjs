#!/usr/bin/env node
// `npx lectern …`: the command line. Set-up speaks on stderr only, so that stdout is the command's own.
import './setup/node-version.cjs';
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onCurrentNode } from './setup/node.mjs';
import { projectCache, projectRoot } from './setup/places.mjs';
import { runScript } from './setup/say.mjs';

const entry = path.join(projectRoot, 'out/main/cli.cjs');
let isReady = false;

await runScript(() =>
	onCurrentNode(async () => {
		const { ensureForNode } = await import('./setup/parts.mjs');
		const { ensureBuild } = await import('./setup/build.mjs');
		ensureForNode();
		await ensureBuild();
		isReady = true;
	}),
);

// In this very process: signals, exit status, input and output are the command's without anything between.
if (isReady) {
	process.argv[1] = entry;
	// Compiling takes a fifth of what a short command takes.
	module.enableCompileCache?.(path.join(projectCache, 'compiled'));
	await import(pathToFileURL(entry).href);
}
