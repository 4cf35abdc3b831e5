// A process with one engine in it, so that engines share neither memory nor a garbage collector, and a fresh one for
// every cold start. It does what it is told, one thing at a time, and times it in here.
import fs from 'node:fs';
import { engineNamed } from '../engines/all-engines.ts';
import type { OpenedEngine } from '../engines/bench-engine.ts';
import type { HostCalls, HostReply, HostRequest } from './host-calls.ts';

let opened: OpenedEngine | null = null;

const calls: HostCalls = {
	async build({ engine, corpus, folder }) {
		const [start, cpuStart] = [performance.now(), cpuSeconds()];
		await engineNamed(engine).build(corpus, folder);
		return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpuSeconds() - cpuStart };
	},
	async open({ engine, folder }) {
		const start = performance.now();
		opened = await engineNamed(engine).open(folder);
		return opened.openMillis ?? performance.now() - start;
	},
	async search({ query, limit }) {
		if (!opened) throw new Error('nothing is open');
		const start = performance.now();
		const { tookMillis, ...found } = await opened.search(query, limit);
		return { ...found, tookMillis: tookMillis ?? performance.now() - start };
	},
	async memory() {
		(globalThis as { gc?: () => void }).gc?.();
		return process.memoryUsage.rss() + (opened?.processId ? residentBytesOf(opened.processId) : 0);
	},
	async close() {
		await opened?.close();
		opened = null;
	},
};

function residentBytesOf(processId: number): number {
	const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
	return Number(kilobytes ?? 0) * 1024;
}

/** Of this process and of those that it waited for; in Linux's hundredths. */
function cpuSeconds(): number {
	const fields = fs.readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

async function answer({ call, argument }: HostRequest): Promise<HostReply> {
	try {
		return { value: await calls[call](argument as never) };
	} catch (error) {
		return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

process.on('message', async (request: HostRequest) => {
	process.send?.(await answer(request));
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
process.send?.({ value: 'ready' } satisfies HostReply);
