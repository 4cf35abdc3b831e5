import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader } from '#archive/db/connection.ts';
import type { SegmentBytes } from '#shared/search/packed/segment.ts';
import { createSegmentBuilder, type PassageToPack } from '#shared/search/packed/segment-builder.ts';
import { pageBytes } from '#shared/search/supplies.ts';
import { listPassages } from './search-repository.ts';

/** A text to be packed; `language` is that of passages which say none. */
export interface EditionToPack {
	id: string;
	language: string;
}

/** Lets other work have its turn where that is due. */
export type Turn = () => Promise<void>;

/** Work before other calls get their turn. */
const sliceMillis = 8;
const unknownLanguage = 'und';

export function passagesToPack(reader: Reader, { id, language }: EditionToPack): PassageToPack[] {
	return listPassages(reader, [id]).map((passage) => ({
		...passage,
		language: passage.language ?? (language || unknownLanguage),
	}));
}

/** All of these texts, in as many segments as it takes. */
export async function* packEditions(
	reader: Reader,
	editions: readonly EditionToPack[],
	turn: Turn,
): AsyncGenerator<SegmentBytes> {
	let builder = createSegmentBuilder();
	for (const edition of editions) {
		if (builder.isFull) {
			yield await finish(builder.finish(), turn);
			builder = createSegmentBuilder();
		}
		builder.addEdition(edition.id, passagesToPack(reader, edition));
		await turn();
	}
	if (builder.documentCount > 0) yield await finish(builder.finish(), turn);
}

async function finish(work: Generator<void, SegmentBytes>, turn: Turn): Promise<SegmentBytes> {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done) return step.value;
		await turn();
	}
}

/** The bytes of a segment as the pages in which they are kept and asked for. */
export function pagesOf({ resident, ranged }: SegmentBytes): Uint8Array[] {
	return [...cut(resident), ...cut(ranged)];
}

function cut(bytes: Uint8Array): Uint8Array[] {
	const pages: Uint8Array[] = [];
	for (let start = 0; start < bytes.length; start += pageBytes) pages.push(bytes.subarray(start, start + pageBytes));
	return pages;
}

/** Gives a function that lets other work have its turn once it has been called for long enough. */
export function createTurns(): Turn {
	let began = performance.now();
	return async () => {
		if (performance.now() - began < sliceMillis) return;
		await nextTurn();
		began = performance.now();
	};
}
