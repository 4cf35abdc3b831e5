import type { PassagePlace } from '../supplies.ts';
import { createNameSpotter, type NameSpotter } from './name-spotter.ts';

/** A name that stands in some of the passages. */
export interface Companion {
	id: string;
	/** Which of the passages that were given, by their places in the list; ascending. */
	rows: Uint32Array;
}

export interface CompanionRun {
	/** The forms of each name, by id. */
	names: ReadonlyMap<string, readonly string[]>;
	/** The name whose company is asked for: it is not its own. */
	ownId: string;
	places: readonly PassagePlace[];
	texts(places: PassagePlace[]): Promise<(string | null)[]>;
	/** What was found by now, and in how many of the passages. */
	onFound(companions: Companion[], done: number): void;
	isCancelled(): boolean;
	/** Lets others have their turn. */
	pause(): Promise<void>;
	/** Milliseconds of a clock that only moves forward. */
	now(): number;
}

/** So long at most nobody else has a turn. */
const sliceMs = 12;
const textsAtOnce = 200;
/** Whoever stands with more is shown those it stands with most. */
const mostCompanions = 1000;

/** Looks which other names stand in the same passages, in slices. */
export async function findCompanions(run: CompanionRun): Promise<void> {
	const { ownId, places, texts, onFound, isCancelled } = run;
	const spotter = await spotterFor(run);
	const rows = new Map<string, number[]>();
	let began = run.now();
	for (let from = 0; from < places.length && !isCancelled(); from += textsAtOnce) {
		const some = await texts(places.slice(from, from + textsAtOnce));
		for (const [at, text] of some.entries()) {
			for (const id of spotter.namesIn(text ?? '')) if (id !== ownId) add(rows, id, from + at);
			if (run.now() - began < sliceMs) continue;
			await run.pause();
			began = run.now();
		}
		if (!isCancelled()) onFound(mostFirst(rows), Math.min(places.length, from + textsAtOnce));
	}
	if (places.length === 0) onFound([], 0);
}

async function spotterFor({ names, isCancelled, pause, now }: CompanionRun): Promise<NameSpotter> {
	const spotter = createNameSpotter();
	let began = now();
	for (const [id, forms] of names) {
		if (isCancelled()) break;
		spotter.add(id, forms);
		if (now() - began < sliceMs) continue;
		await pause();
		began = now();
	}
	return spotter;
}

function add(rows: Map<string, number[]>, id: string, row: number): void {
	const known = rows.get(id);
	if (known) known.push(row);
	else rows.set(id, [row]);
}

function mostFirst(rows: ReadonlyMap<string, number[]>): Companion[] {
	return [...rows]
		.sort(([one, its], [other, others]) => others.length - its.length || (one < other ? -1 : 1))
		.slice(0, mostCompanions)
		.map(([id, own]) => ({ id, rows: Uint32Array.from(own) }));
}
