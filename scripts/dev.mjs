// `npm run dev`: the window with hot reloading.
import './setup/node-version.cjs';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, inPackage, isRoot, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() =>
	onCurrentNode(async () => {
		const { ensureForWindow } = await import('./setup/parts.mjs');
		const { electronEnvironment } = await import('./setup/electron-runtime.mjs');
		const electron = await ensureForWindow();
		const environment = { ...process.env, ...electronEnvironment(electron), LECTERN_RUNTIME: 'development' };
		return run(
			currentNode(),
			[inPackage('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--', ...process.argv.slice(2)],
			{
				cwd: projectRoot,
				env: isRoot ? { ...environment, NO_SANDBOX: '1' } : environment,
			},
		);
	}),
);
