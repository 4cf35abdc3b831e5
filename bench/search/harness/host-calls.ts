import type { Corpus } from '../corpus/corpus-file.ts';
import type { Found } from '../engines/bench-engine.ts';
import type { BenchQuery } from '../queries/bench-query.ts';

/** What is asked of a process with an engine in it. */
export interface HostCalls {
	build(argument: { engine: string; corpus: Corpus; folder: string }): Promise<{ seconds: number; cpuSeconds: number }>;
	/** Gives the milliseconds it took. */
	open(argument: { engine: string; folder: string }): Promise<number>;
	search(argument: { query: BenchQuery; limit: number }): Promise<Required<Found>>;
	/** Bytes that are resident, those of another process that the engine uses included. */
	memory(argument: null): Promise<number>;
	close(argument: null): Promise<void>;
}

export type HostCall = keyof HostCalls;

export interface HostRequest {
	call: HostCall;
	argument: unknown;
}
export type HostReply = { value: unknown } | { error: string };
