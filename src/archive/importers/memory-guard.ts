import { Worker } from 'node:worker_threads';

/**
 * What an import process may take in all. Node limits its heap only: what a document unfolds to lies outside, and one of
 * a megabyte that was made for it takes gigabytes.
 */
const mostMegabytes = 1024;
const checkEveryMillis = 50;

/**
 * Ends this process when it takes more memory than a document may, so that the document costs only itself. A thread of
 * its own, since the one that unfolds looks at nothing else meanwhile.
 */
export function guardMemory(): void {
	const watch = `setInterval(() => {
		if (process.memoryUsage.rss() > ${mostMegabytes * 1024 * 1024}) process.kill(process.pid, 'SIGKILL');
	}, ${checkEveryMillis});`;
	new Worker(watch, { eval: true }).unref();
}
