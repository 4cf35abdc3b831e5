import type { PostingCursor } from './postings.ts';

/**
 * Cursors of many terms that go through one document after another together: a heap of which the one that stands at the
 * lowest document is on top. A beginning of a word is that of ten thousand terms, of which hardly any is in a given
 * document; those that stand further on are not touched.
 */
export class PostingQueue {
	readonly #heap: PostingCursor[];

	/** @param cursors none of which has gone on yet */
	constructor(cursors: readonly PostingCursor[]) {
		this.#heap = [...cursors];
	}

	/** The cursors whose terms are in `doc`; ask in ascending order. */
	at(doc: number): PostingCursor[] {
		for (let top = this.#heap[0]; top && top.doc < doc; top = this.#heap[0]) {
			top.seek(doc);
			this.#sink();
		}
		const found: PostingCursor[] = [];
		this.#gather(0, doc, found);
		return found;
	}

	/** Whoever stands at the lowest document stands below others that do. */
	#gather(place: number, doc: number, found: PostingCursor[]): void {
		const cursor = this.#heap[place];
		if (cursor?.doc !== doc) return;
		found.push(cursor);
		this.#gather(2 * place + 1, doc, found);
		this.#gather(2 * place + 2, doc, found);
	}

	/** Puts the topmost back in its place. */
	#sink(): void {
		const heap = this.#heap;
		const moved = heap[0] as PostingCursor;
		let place = 0;
		for (;;) {
			let next = 2 * place + 1;
			if (next >= heap.length) break;
			if (next + 1 < heap.length && (heap[next + 1] as PostingCursor).doc < (heap[next] as PostingCursor).doc)
				next += 1;
			const child = heap[next] as PostingCursor;
			if (child.doc >= moved.doc) break;
			heap[place] = child;
			place = next;
		}
		heap[place] = moved;
	}
}
