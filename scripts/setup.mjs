// Everything that Lectern, its tests and its builds need, and nothing that is there already: `npm run setup`.
import './setup/node-version.cjs';
import { onCurrentNode } from './setup/node.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() =>
	onCurrentNode(async () => {
		const { ensureForTests } = await import('./setup/parts.mjs');
		const electron = await ensureForTests();
		process.stdout.write(`Electron ${electron.version} (${electron.source}): ${electron.executable}\n`);
	}),
);
