import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteWriter } from './bytes.ts';
import { PostingQueue } from './posting-queue.ts';
import { PostingCursor } from './postings.ts';

/** As the segment writes the documents of one term, each with the term once. */
function cursorOf(documents: readonly number[]): PostingCursor {
	const bytes = createByteWriter();
	let next = 0;
	for (const document of documents) {
		bytes.writeNumber((document - next) * 2);
		next = document + 1;
	}
	return new PostingCursor(bytes.finish(), null, documents.length, new Uint32Array(0));
}

test('whichever documents are asked for, the terms that are in them are found, each once', () => {
	const documents = fc.uniqueArray(fc.nat(60), { maxLength: 12 }).map((all) => all.sort((one, other) => one - other));
	fc.assert(
		fc.property(fc.array(documents, { maxLength: 30 }), documents, (terms, asked) => {
			const cursors = terms.map(cursorOf);
			const queue = new PostingQueue(cursors);
			for (const document of asked) {
				const found = queue.at(document).map((cursor) => cursors.indexOf(cursor));
				const having = terms.flatMap((each, term) => (each.includes(document) ? [term] : []));
				expect(found.sort((one, other) => one - other)).toEqual(having);
			}
		}),
	);
});
