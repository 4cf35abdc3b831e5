import { spawn } from 'node:child_process';
import os from 'node:os';

/**
 * Runs a program in this one's place: same terminal, signals passed on, its exit status as the result.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: 'inherit', ...options });
		/** @type {NodeJS.Signals[]} */
		const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
		/** @param {NodeJS.Signals} signal */
		const pass = (signal) => {
			// A terminal sends Ctrl+C to the whole group: passed on again, the child would get it twice.
			if (signal === 'SIGINT' && process.stdin.isTTY) return;
			child.kill(signal);
		};
		for (const signal of signals) process.on(signal, pass);
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			for (const name of signals) process.off(name, pass);
			resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 1));
		});
	});
}
