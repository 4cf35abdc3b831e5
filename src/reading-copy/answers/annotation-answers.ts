import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { AnnotationTarget, TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { quotedWords } from '#shared/domain/placed-words.ts';
import { describeTarget } from '#shared/domain/text-range.ts';
import type { OpenCopy } from '../open-copy.ts';

type Answered = Pick<ArchiveHandlers, 'annotations' | 'history'>;

/** The notes of the copy and those made in it. Each call that writes answers once that is kept, where it is to be kept. */
export function annotationAnswers({ source, notes }: OpenCopy) {
	/** Throws not-found for a record that is not here, invalid-input for a range that is not of its text. */
	async function targetOf(recordId: RecordId, range: TextRange | null) {
		const { detail } = await source.record(recordId);
		if (!range) return { target: null, number: null };
		if (detail.editionId !== range.editionId)
			throw new AppError('invalid-input', { reason: 'the text is of another record' });
		const blocks = await source.blocks(range.editionId);
		const target: AnnotationTarget = describeTarget(blocks, range);
		const quoted = quotedWords(blocks, target);
		const number = blocks[target.startOrdinal]?.number ?? null;
		return { target, number, ...(quoted !== target.exact && { quoted }) };
	}

	return {
		annotations: {
			list: async ({ recordId }) => (await notes()).book.list(recordId),
			some: async ({ ids }) => (await notes()).book.some(ids),
			async add({ id, recordId, range, region, fields, replyToId }) {
				// Pages lie in originals, which no copy holds.
				if (region) throw new AppError('read-only');
				const made = { id, recordId, fields, ...(await targetOf(recordId, range)), ...(replyToId && { replyToId }) };
				return (await notes()).write((book) => book.add(made));
			},
			update: async ({ id, revision, fields }) => (await notes()).write((book) => book.update(id, revision, fields)),
			remove: async ({ ids }) => (await notes()).write((book) => book.remove(ids)),
			change: async ({ ids, change }) => (await notes()).write((book) => book.change(ids, change)),
			history: async ({ id }) => (await notes()).book.history(id),
		},
		history: {
			state: async () => (await notes()).book.log.state(),
			undo: async () => (await notes()).write((book) => book.undo()),
			redo: async () => (await notes()).write((book) => book.redo()),
		},
	} satisfies { [N in keyof Answered]: Partial<Answered[N]> };
}
