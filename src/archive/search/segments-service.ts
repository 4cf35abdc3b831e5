import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { SearchSegment } from '#shared/api/search-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { newId } from '#shared/domain/ids.ts';
import { type SegmentBytes, segmentFormat } from '#shared/search/packed/segment.ts';
import { createSegmentBuilder } from '#shared/search/packed/segment-builder.ts';
import { createTurns, pagesOf, passagesToPack } from './segment-packing.ts';
import {
	countUnpacked,
	deleteSegment,
	deleteStrayPages,
	getPage,
	insertPage,
	insertSegment,
	listEditionsToPack,
	listSegments,
	listSegmentUses,
	type SegmentUse,
} from './segments-repository.ts';

/** Below this many passages a reader's own index does as well. */
const fewestToPack = 5000;
/** A segment at most so many times as large as what is packed anew is packed with it: there are never many segments. */
const mergedTimes = 2;
/** One that shows less of its passages than this is packed anew. */
const leastShown = 0.7;
/** Pages (of 64 KiB) in one transaction. */
const pagesPerWrite = 32;

/** The packed parts of the search index, which the archive keeps for all who search it. */
export class SegmentsService {
	readonly #database: ArchiveDatabase;
	readonly #onPacked: () => void;
	#isStopped = false;
	#packing: Promise<void> | null = null;

	/** @param onPacked called whenever the segments are others than before */
	constructor(database: ArchiveDatabase, onPacked: () => void) {
		this.#database = database;
		this.#onPacked = onPacked;
	}

	list(): SearchSegment[] {
		return listSegments(this.#database.reader, segmentFormat).map(({ id, header }) => ({
			id,
			header: JSON.parse(header),
		}));
	}

	/** Throws not-found for pages that are missing or damaged; the segment goes then, if that can be written. */
	pages({ segmentId, numbers }: { segmentId: string; numbers: number[] }): Uint8Array[] {
		return numbers.map((ordinal) => {
			const page = getPage(this.#database.reader, segmentId, ordinal);
			if (page && createHash('sha256').update(page.bytes).digest().equals(page.sha256)) return page.bytes;
			this.#drop(segmentId);
			throw new AppError('not-found', { what: `search segment ${segmentId}` });
		});
	}

	/**
	 * Packs the passages that no segment has, when they are many, together with the segments that are small beside them.
	 * Gives way to other work all the time; one at a time. Nothing changes for those who search until it is done.
	 */
	pack(): Promise<void> {
		this.#packing ??= this.#pack().finally(() => {
			this.#packing = null;
		});
		return this.#packing;
	}

	/** Waits for what is being packed. */
	async whenPacked(): Promise<void> {
		await this.#packing;
	}

	/** Somebody else took segments out. */
	tellPacked(): void {
		this.#onPacked();
	}

	/** Leaves what is being packed as it is: the next start begins anew. */
	async stop(): Promise<void> {
		this.#isStopped = true;
		await this.#packing;
	}

	#drop(segmentId: string): void {
		if (this.#database.isReadOnly) return;
		this.#database.write((writer) => deleteSegment(writer, segmentId));
		this.#onPacked();
	}

	async #pack(): Promise<void> {
		const { reader, isReadOnly } = this.#database;
		if (isReadOnly) return;
		await this.#sweep();
		const unpacked = countUnpacked(reader);
		const uses = listSegmentUses(reader);
		const replaced = replacedBy(unpacked, uses);
		if (unpacked < fewestToPack && replaced.length === 0) return;
		const built = await this.#build(replaced);
		if (this.#isStopped) return;
		if (built) await this.#store(built, replaced);
		else this.#database.write((writer) => replaced.forEach((id) => void deleteSegment(writer, id)));
		await this.#sweep();
	}

	/** Null when nothing of these segments is shown any more, or no time is left. */
	async #build(replaced: readonly string[]): Promise<SegmentBytes | null> {
		const { reader } = this.#database;
		const builder = createSegmentBuilder();
		const turn = createTurns();
		for (const edition of listEditionsToPack(reader, replaced)) {
			if (builder.isFull) break;
			builder.addEdition(edition.id, passagesToPack(reader, edition));
			await turn();
			if (this.#isStopped) return null;
		}
		if (builder.documentCount === 0) return null;
		const work = builder.finish();
		for (let step = work.next(); ; step = work.next()) {
			if (step.done) return step.value;
			await turn();
			if (this.#isStopped) return null;
		}
	}

	async #store(built: SegmentBytes, replaced: readonly string[]): Promise<void> {
		const { header } = built;
		const id = newId();
		const pages = pagesOf(built);
		for (let from = 0; from < pages.length && !this.#isStopped; from += pagesPerWrite) {
			this.#database.write((writer) => {
				for (const [at, bytes] of pages.slice(from, from + pagesPerWrite).entries()) {
					insertPage(writer, id, { ordinal: from + at, bytes, sha256: createHash('sha256').update(bytes).digest() });
				}
			});
			await nextTurn();
		}
		if (this.#isStopped) return;
		this.#database.write((writer) => {
			for (const old of replaced) deleteSegment(writer, old);
			insertSegment(
				writer,
				{
					...{ id, format: header.format, passageCount: header.documentCount, header: JSON.stringify(header) },
					createdAt: new Date(this.#database.now()).toISOString(),
				},
				header.editionIds,
			);
		});
		this.#onPacked();
	}

	/** Takes out pages that a replaced segment, or one that was never finished, left behind. */
	async #sweep(): Promise<void> {
		while (!this.#isStopped && this.#database.write((writer) => deleteStrayPages(writer, pagesPerWrite)) > 0) {
			await nextTurn();
		}
	}
}

/** The segments that are packed anew with so many passages. `uses` ascend by size. */
function replacedBy(unpacked: number, uses: readonly SegmentUse[]): string[] {
	const outdated = uses.filter(
		({ format, passageCount, shownCount }) => format !== segmentFormat || shownCount < passageCount * leastShown,
	);
	const replaced = new Set(outdated);
	let count = unpacked + outdated.reduce((sum, { shownCount }) => sum + shownCount, 0);
	if (count < fewestToPack && outdated.length === 0) return [];
	for (const use of uses) {
		if (replaced.has(use) || use.passageCount > count * mergedTimes) continue;
		replaced.add(use);
		count += use.shownCount;
	}
	return [...replaced].map(({ id }) => id);
}
