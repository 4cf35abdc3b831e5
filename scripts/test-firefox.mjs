// `npm run test:firefox`: the journeys in the system's Firefox (LECTERN_FIREFOX, or /usr/bin/firefox-esr). They are no part
// of `npm test`, since few machines that build Lectern have a Firefox of the system.
import './setup/node-version.cjs';
import fs from 'node:fs';
import { onCurrentNode } from './setup/node.mjs';
import { currentNode, inPackage, projectRoot } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript, SetUpError } from './setup/say.mjs';

await runScript(() => onCurrentNode(testInFirefox));

async function testInFirefox() {
	const firefox = process.env.LECTERN_FIREFOX ?? '/usr/bin/firefox-esr';
	if (!fs.existsSync(firefox))
		throw new SetUpError(`there is no Firefox at ${firefox}: install firefox-esr, or name one in LECTERN_FIREFOX.`);
	const { ensureForUnitTests } = await import('./setup/parts.mjs');
	const { ensureBuild } = await import('./setup/build.mjs');
	ensureForUnitTests();
	await ensureBuild();
	const args = process.argv.slice(2).filter((argument) => argument !== '--');
	return run(currentNode(), [inPackage('@playwright/test', 'cli.js'), 'test', ...args], {
		cwd: projectRoot,
		env: { ...process.env, LECTERN_TEST_IN: 'firefox', LC_ALL: 'C.UTF-8' },
	});
}
