import { type Anchored, Reanchoring } from './reanchor.ts';
import type { PassageRange, PassageText } from './text-stream.ts';

/** Editions of one text, and marks on the old ones to be found again in the new one. Plain data, to be sent. */
export interface AnchoringTask {
	new: PassageText[];
	/** By the edition's id; of the first the passages are followed too. */
	old: { editionId: string; passages: PassageText[] }[];
	marks: (PassageRange & { editionId: string })[];
}

export interface AnchoringResult {
	/** For passages of the new edition, the passage of the first old one that they are, by ordinal. */
	lineage: Map<number, number>;
	/** One for each mark, in their order. */
	places: Anchored[];
}

/** Takes about four seconds for a million characters and old edition: not for a process that has to answer. */
export function anchorMarks({ new: passages, old, marks }: AnchoringTask): AnchoringResult {
	const alignments = new Map(old.map((each) => [each.editionId, new Reanchoring(each.passages, passages)]));
	const first = alignments.get(old[0]?.editionId ?? '');
	return {
		lineage: first?.lineage() ?? new Map(),
		places: marks.map((mark) => {
			const alignment = alignments.get(mark.editionId);
			if (!alignment) throw new Error('a mark is on an edition that is not given');
			return alignment.place(mark);
		}),
	};
}
