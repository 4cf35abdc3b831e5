import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

type RunModule = (
	exports: object,
	require: (id: string) => unknown,
	module: { exports: object },
	file: string,
	folder: string,
) => void;

/** Checksum of the source, then of the compiled code, then that code. */
const checksumBytes = 4;

/**
 * Runs a CommonJS file of the build, and those of the build that it requires, from the code that V8 compiled for them at
 * an earlier start, so that nothing is parsed. What was compiled is kept when the process ends, with every function that
 * it used. Node has this as `module.enableCompileCache`, from 22.1 on; the older of our runtimes has not.
 *
 * Subtle: V8 itself would take compiled code of any source of the same length, and does not notice damage: hence checksums.
 * They find another build and a bad disk; whoever can write into the folder with intent is not kept out by any digest.
 *
 * @param folder where compiled code is kept; made when it is missing. What cannot be read or written there costs time only.
 */
export function runCompiled(entry: string, folder: string): void {
	const modules = new Map<string, { exports: object }>();
	const unkept = new Map<string, { script: Script; source: Buffer }>();
	process.once('exit', () => {
		for (const [file, { script, source }] of unkept) keep(compiledFile(file), source, script.createCachedData());
	});

	function load(file: string): object {
		const known = modules.get(file);
		if (known) return known.exports;
		const module = { exports: {} };
		modules.set(file, module);
		const ofNode = createRequire(file);
		const require = (id: string) => (id.startsWith('.') ? load(resolve(dirname(file), id)) : ofNode(id));
		try {
			const run = compile(file).runInThisContext() as RunModule;
			run(module.exports, require, module, file, dirname(file));
		} catch (error) {
			// Whoever asks again, as when the stick is back, is not given the half of it.
			modules.delete(file);
			throw error;
		}
		return module.exports;
	}

	function compile(file: string): Script {
		const source = readFileSync(file);
		// The build writes ASCII, of which this makes the shortest work (scripts/vite-plugins/ascii-scripts.ts).
		const cachedData = kept(compiledFile(file), source);
		const script = new Script(Module.wrap(source.toString('latin1')), {
			filename: file,
			...(cachedData && { cachedData }),
		});
		if (!cachedData || script.cachedDataRejected) unkept.set(file, { script, source });
		return script;
	}

	const compiledFile = (file: string) => join(folder, `${basename(file)}.bin`);
	load(entry);
}

function kept(file: string, source: Buffer): Buffer | null {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch {
		return null;
	}
	if (bytes.length < 2 * checksumBytes) return null;
	const code = bytes.subarray(2 * checksumBytes);
	return bytes.subarray(0, 2 * checksumBytes).equals(checksums(source, code)) ? code : null;
}

function keep(file: string, source: Buffer, code: Buffer): void {
	try {
		mkdirSync(dirname(file), { recursive: true });
		const besides = `${file}.new`;
		writeFileSync(besides, Buffer.concat([checksums(source, code), code]));
		renameSync(besides, file);
	} catch (error) {
		process.stderr.write(`${String(error)}\n`);
	}
}

function checksums(source: Buffer, code: Buffer): Buffer {
	const sums = Buffer.alloc(2 * checksumBytes);
	sums.writeUInt32LE(crc32(source), 0);
	sums.writeUInt32LE(crc32(code), checksumBytes);
	return sums;
}
