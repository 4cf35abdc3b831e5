import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { alignEditions } from '#renderer/parallel/index.ts';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import type { DrawnPair } from './drawn-text.ts';
import { createParallelView, type ParallelView, turned } from './parallel-view.ts';

export interface Parallel {
	/** Null until it is known for the first time. While a correction is worked in, what was known stays. */
	view: ParallelView | null;
	error: unknown;
}

const noEdition = '00000000-0000-4000-8000-000000000000' as EditionId;

/** Which passages of the two texts stand beside each other; a text stands beside itself passage by passage. */
export function useParallel(texts: DrawnPair | null): Parallel {
	// One order whichever is on the left, so that both ways give the same groups.
	const isTurned = texts !== null && texts.first.editionId > texts.second.editionId;
	const [one, other] = texts ? (isTurned ? [texts.second, texts.first] : [texts.first, texts.second]) : [];
	const isOneText = one !== undefined && one.editionId === other?.editionId;
	const { data: pairs, error: pairsError } = useQuery({
		...queries.alignments.list({ firstId: one?.editionId ?? noEdition, secondId: other?.editionId ?? noEdition }),
		enabled: one !== undefined && !isOneText,
	});
	const [found, setFound] = useState<{ key: string; groups: ParallelGroup[] } | null>(null);
	const [failure, setFailure] = useState<unknown>(null);
	const key = one && other ? `${one.editionId} ${other.editionId}` : '';
	const [blocks, otherBlocks] = [one?.blocks, other?.blocks];

	useEffect(() => {
		// A reading copy does not carry that worker: there the texts scroll each by itself.
		if (!blocks || !otherBlocks || isOneText || !pairs || readingCopy) return;
		const abort = new AbortController();
		setFailure(null);
		alignEditions(blocks, otherBlocks, { pairs, signal: abort.signal }).then(
			(groups) => setFound({ key, groups }),
			setFailure,
		);
		return () => abort.abort();
	}, [blocks, otherBlocks, isOneText, pairs, key]);

	const view = useMemo(() => {
		if (isOneText && blocks) return createParallelView(besideItself(blocks));
		if (!found || found.key !== key) return null;
		return createParallelView(isTurned ? turned(found.groups) : found.groups);
	}, [isOneText, blocks, found, key, isTurned]);
	return { view, error: pairsError ?? failure };
}

function besideItself(blocks: readonly StoredBlock[]): ParallelGroup[] {
	return blocks.filter(isPassage).map(({ ordinal }) => ({ first: [ordinal], second: [ordinal], isByHand: false }));
}
