import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { median } from '../../figures/distribution.ts';
import type { BenchQuery } from '../queries/bench-query.ts';
import { startHost } from './hosted-engine.ts';
import { filesIn } from './index-store.ts';

/** Medians over several fresh processes. */
export interface ColdStart {
	/** From opening to the first result, the files being in the system's cache. */
	warmMillis: number;
	/** The same with the files put out of it: as after the machine started, or from a stick. */
	evictedMillis: number;
	/** What the process grew by, from before opening until after the first result. */
	memoryBytes: number;
	/** What starting the process took before that: the bare runtime. */
	runtimeMillis: number;
}

const limit = 10;

export async function measureColdStarts(
	engine: string,
	folder: string,
	query: BenchQuery,
	times: number,
): Promise<ColdStart> {
	const warm: Awaited<ReturnType<typeof coldStart>>[] = [];
	const evicted: typeof warm = [];
	for (let time = 0; time < times; time += 1) {
		warm.push(await coldStart(engine, folder, query));
		evict(folder);
		evicted.push(await coldStart(engine, folder, query));
	}
	return {
		warmMillis: median(warm.map(({ millis }) => millis)),
		evictedMillis: median(evicted.map(({ millis }) => millis)),
		memoryBytes: median(warm.map(({ bytes }) => bytes)),
		runtimeMillis: median(warm.map(({ startMillis }) => startMillis)),
	};
}

async function coldStart(engine: string, folder: string, query: BenchQuery) {
	const host = await startHost();
	try {
		const before = await host.ask('memory', null);
		const openMillis = await host.ask('open', { engine, folder });
		const { tookMillis } = await host.ask('search', { query, limit });
		const bytes = (await host.ask('memory', null)) - before;
		await host.ask('close', null);
		return { millis: openMillis + tookMillis, bytes, startMillis: host.startMillis };
	} finally {
		await host.end();
	}
}

/** Takes the files out of the page cache, for which nobody needs to be root: `nocache` of nothing is all of the file. */
function evict(folder: string): void {
	for (const { file } of filesIn(folder)) {
		const open = fs.openSync(file, 'r+');
		fs.fsyncSync(open);
		fs.closeSync(open);
		execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
	}
}
