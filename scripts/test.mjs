// `npm test`: sets up what the tests need and runs the whole gate. `npm run test:unit`, `test:runtime`,
// `test:e2e` and `test:packaged` run one part; what follows `--` goes to Vitest or Playwright.
import './setup/node-version.cjs';
import { onCurrentNode } from './setup/node.mjs';
import { runScript } from './setup/say.mjs';

const [part, ...args] = process.argv.slice(2).filter((argument) => argument !== '--');

await runScript(() => onCurrentNode(test));

async function test() {
	const { Tally } = await import('./test/tally.mjs');
	const { missingSets, sharedFolder } = await import('./setup/shared-sets.mjs');
	const tally = new Tally();
	// What the tests look for is in English, whatever this machine speaks.
	process.env.LC_ALL = 'C.UTF-8';
	delete process.env.LANGUAGE;
	if (part === 'unit') await unit(tally);
	else if (part === 'runtime') await runtime(tally);
	else if (part === 'e2e') await endToEnd(tally);
	else if (part === 'packaged') await packaged(tally, args);
	else await wholeGate(tally);
	const missing = missingSets();
	if (missing.length > 0) {
		tally.notes.push(`test data that is not there: ${missing.join(', ')} (looked for in ${sharedFolder()})`);
	}
	return tally.finish();
}

/** @param {import('./test/tally.mjs').Tally} tally */
async function wholeGate(tally) {
	const { ensureForTests } = await import('./setup/parts.mjs');
	const { check } = await import('./check.mjs');
	await ensureForTests();
	for (const step of await check()) tally.addFailure(step);
	await unit(tally);
	await runtime(tally);
	await endToEnd(tally);
	await packaged(tally, ['smoke', 'carry.packaged']);
}

/** @param {import('./test/tally.mjs').Tally} tally */
async function unit(tally) {
	const { ensureForUnitTests } = await import('./setup/parts.mjs');
	const { runUnitTests } = await import('./test/unit-tests.mjs');
	ensureForUnitTests();
	const asksForCommandLine = args.length === 0 || args.some((argument) => argument.includes('cli'));
	await runUnitTests(tally, args, asksForCommandLine ? await builtCommandLine() : undefined);
}

/** Nothing where the build fails: the tests that need it say so then. */
async function builtCommandLine() {
	const { ensureBuild } = await import('./setup/build.mjs');
	const { projectRoot } = await import('./setup/places.mjs');
	const { SetUpError } = await import('./setup/say.mjs');
	try {
		await ensureBuild();
	} catch (error) {
		if (error instanceof SetUpError) return undefined;
		throw error;
	}
	return `${projectRoot}/out/main/cli.cjs`;
}

/** @param {import('./test/tally.mjs').Tally} tally */
async function runtime(tally) {
	const { ensureForWindow } = await import('./setup/parts.mjs');
	const { runRuntimeTests } = await import('./test/unit-tests.mjs');
	await runRuntimeTests(tally, await ensureForWindow(), args);
}

/** @param {import('./test/tally.mjs').Tally} tally */
async function endToEnd(tally) {
	const { ensureForTests } = await import('./setup/parts.mjs');
	const { ensureBuild } = await import('./setup/build.mjs');
	const { SetUpError, say } = await import('./setup/say.mjs');
	const { runEndToEndTests } = await import('./test/end-to-end-tests.mjs');
	const electron = await ensureForTests();
	try {
		await ensureBuild();
	} catch (error) {
		if (!(error instanceof SetUpError)) throw error;
		say(error.message);
		tally.addFailure('build (so no end-to-end test ran)');
		return;
	}
	await runEndToEndTests(tally, electron, args);
}

/**
 * @param {import('./test/tally.mjs').Tally} tally
 * @param {string[]} wanted for Playwright
 */
async function packaged(tally, wanted) {
	const { ensureForTests } = await import('./setup/parts.mjs');
	const { packFolder, programIn } = await import('./package/packed-folder.mjs');
	const { runPackagedTests } = await import('./test/end-to-end-tests.mjs');
	const { say } = await import('./setup/say.mjs');
	const electron = await ensureForTests();
	/** @type {string} */
	let program;
	try {
		program = programIn(await packFolder(electron));
	} catch (error) {
		// What was tested before is still told.
		say(error instanceof Error ? error.message : String(error));
		tally.addFailure('packing the app (so no test of the packaged app ran)');
		return;
	}
	await runPackagedTests(tally, program, wanted);
}
