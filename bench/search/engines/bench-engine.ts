import type { Corpus } from '../corpus/corpus-file.ts';
import type { BenchQuery } from '../queries/bench-query.ts';

/**
 * An engine as the benchmark sees it. To add one: a file beside this one that exports a `BenchEngine`, and its name in
 * `all-engines.ts`. It runs in processes of its own, under Node alone (so it imports no JSON and no `?raw`): one that
 * builds, one that answers, and fresh ones for the cold start.
 *
 * Like is compared with like: a document is the text of a passage, its number is what is found, and of words the engine
 * takes `terms` as they come, unless analysing is part of what it is measured for: then it takes `text`. Titles are not
 * searched; `kind`, `language` and the year of `date` narrow.
 */
export interface BenchEngine {
	readonly name: string;
	/** Change it whenever what `build` writes changes: an index of another version is built again. */
	readonly version: number;
	/** Where an engine is no use beyond so many passages; it is left out of larger corpora. */
	readonly mostPassages?: number;
	/** Once, before anything is timed. */
	prepare?(): void;
	/** Whether what it finds is what the query asks: an engine without near spellings cannot answer *as typed*. */
	canAnswer(query: BenchQuery): boolean;
	/** Writes an index into the folder, which is there and empty; the size of its files is that of the index. */
	build(corpus: Corpus, folder: string): Promise<void> | void;
	/** Opens what `build` wrote, as after the start of the app: from here to the first answer is the cold start. */
	open(folder: string): Promise<OpenedEngine> | OpenedEngine;
}

export interface OpenedEngine {
	/** The best `limit` passages, best first. */
	search(query: BenchQuery, limit: number): Promise<Found> | Found;
	close(): Promise<void> | void;
	/** Where it works in another process than the one that calls: its memory counts too. */
	readonly processId?: number;
	/** Where opening was timed in that other process. */
	readonly openMillis?: number;
}

export interface Found {
	/** Numbers of passages. */
	ids: number[];
	/** How many there are in all; null where the engine does not count them while it ranks. */
	total: number | null;
	/** Where answering was timed in another process, without the way there and back. */
	tookMillis?: number;
}
