import { useEffect } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { type BesideEnd, type BesidePair, besidePairsKey, withPair } from '#renderer/lib/beside-pairs.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import type { DrawnPair } from './drawn-text.ts';

const none: BesidePair[] = [];

/** Keeps which two texts stand beside each other, so that opening either brings the other. */
export function useRememberPair(texts: DrawnPair | null): void {
	const archiveId = useArchiveStatus()?.archiveId ?? '';
	const [pairs, set, isLoaded] = useProfile<BesidePair[]>(besidePairsKey(archiveId), none);
	const [one, other] = [texts?.first, texts?.second];
	const key = one && other && one.editionId !== other.editionId ? `${one.editionId} ${other.editionId}` : null;
	const isReady = isLoaded && archiveId !== '';
	// Once for a pair, and not again when what is kept comes back.
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for both texts
	useEffect(() => {
		if (isReady && key && one && other) set(withPair(pairs, [endOf(one), endOf(other)]));
	}, [key, isReady]);
}

function endOf({ recordId, editionId }: BesideEnd): BesideEnd {
	return { recordId, editionId };
}
