import { useMemo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Span } from '../text/use-text-highlight.ts';
import type { Match } from './find-words.ts';

type SpansOf = (block: StoredBlock) => readonly Span[];

/** The matches as `useTextHighlight` asks for them: all, and the current one. */
export function useMatchSpans(
	matches: readonly Match[],
	current: Match | undefined,
): { all: SpansOf; current: SpansOf } {
	const all = useMemo(() => {
		const byOrdinal = byPassage(matches);
		return (block: StoredBlock) => byOrdinal.get(block.ordinal) ?? [];
	}, [matches]);
	const currentSpans = useMemo(
		() => (block: StoredBlock) => (current?.ordinal === block.ordinal ? [current] : []),
		[current],
	);
	return { all, current: currentSpans };
}

function byPassage(matches: readonly Match[]): Map<number, Match[]> {
	const groups = new Map<number, Match[]>();
	for (const match of matches) {
		const known = groups.get(match.ordinal);
		if (known) known.push(match);
		else groups.set(match.ordinal, [match]);
	}
	return groups;
}
