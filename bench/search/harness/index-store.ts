import fs from 'node:fs';
import path from 'node:path';
import { type Corpus, corpusName } from '../corpus/corpus-file.ts';
import type { BenchEngine } from '../engines/bench-engine.ts';
import { startHost } from './hosted-engine.ts';
import { benchCache } from './places.ts';

/** An index that an engine built, and what that cost; it may have been in an earlier run. */
export interface BuiltIndex {
	folder: string;
	buildSeconds: number;
	/** What of that was work: on a busy machine the rest was waiting. */
	buildCpuSeconds: number;
	sizeBytes: number;
	/** Whether it was built just now, on a machine as busy as for the rest. */
	isFresh: boolean;
}

/** Builds the index in a process of its own, unless it is there. */
export async function ensureIndex(engine: BenchEngine, corpus: Corpus, isWantedAnew: boolean): Promise<BuiltIndex> {
	const folder = path.join(benchCache, corpusName(corpus), `${engine.name}-v${engine.version}`);
	const report = `${folder}.json`;
	if (fs.existsSync(report) && !isWantedAnew) {
		return { folder, ...JSON.parse(fs.readFileSync(report, 'utf8')), isFresh: false };
	}
	fs.rmSync(report, { force: true });
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	const host = await startHost();
	try {
		const { seconds, cpuSeconds } = await host.ask('build', { engine: engine.name, corpus, folder });
		const sizeBytes = filesIn(folder).reduce((sum, { size }) => sum + size, 0);
		const built = { buildSeconds: seconds, buildCpuSeconds: cpuSeconds, sizeBytes };
		fs.writeFileSync(report, JSON.stringify(built));
		return { folder, ...built, isFresh: true };
	} finally {
		await host.end();
	}
}

export function filesIn(folder: string): { file: string; size: number }[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.map((file) => ({ file, size: fs.statSync(file).size }));
}
