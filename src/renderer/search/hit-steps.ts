import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { type PlacedHit, useOpenHit } from './hit-place.ts';
import { hitsOf, useSearchState } from './search-client.ts';
import { returnToHits, selectHit } from './selected-hit.ts';

/** Hits are asked for so many at a time: in most searches the next one is among them. */
const hitsAtOnce = 20;

export interface HitSteps {
	/** Of the hit that is open, from 0. */
	position: number;
	/** All hits of the search; null until they are counted. */
	total: number | null;
	/** Opens the next or previous hit, in the next record where this one has no more; at either end nothing happens. */
	step(by: 1 | -1): void;
	/** Back to the list, with the hit of now selected. */
	leave(): void;
}

/** Goes from hit to hit of a search in the order of its list, from a text that was opened from it. */
export function useHitSteps(query: SearchQuery, position: number): HitSteps {
	const total = useTotal(query);
	const openHit = useOpenHit();
	const navigate = useNavigate();
	// A key that is held down must not ask from a place that has been left.
	const isStepping = useRef(false);
	useEffect(() => selectHit(query, position), [query, position]);

	async function step(by: 1 | -1): Promise<void> {
		if (isStepping.current) return;
		isStepping.current = true;
		const next = await hitBeyond(query, position, by).finally(() => {
			isStepping.current = false;
		});
		if (next) openHit(next, { isStep: true });
	}
	function leave(): void {
		const { text, ...filters } = query;
		returnToHits();
		void navigate({ to: '/search', search: { q: text, ...filters } });
	}
	return { position, total, step: (by) => void step(by), leave };
}

function useTotal(query: SearchQuery): number | null {
	const [total, setTotal] = useState<number | null>(null);
	const version = useSearchState((state) => state.version);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the index answers the same query anew
	useEffect(() => {
		let isCurrent = true;
		void hitsOf(query, { offset: 0, limit: 1 }).then((result) => {
			if (isCurrent && result) setTotal(result.total);
		});
		return () => {
			isCurrent = false;
		};
	}, [query, version]);
	return total;
}

/** Names are passed over: they have pages of their own, with no text to read on in. */
async function hitBeyond(query: SearchQuery, position: number, by: 1 | -1): Promise<PlacedHit | null> {
	let at = position + by;
	while (at >= 0) {
		const offset = by > 0 ? at : Math.max(0, at - hitsAtOnce + 1);
		const found = await hitsOf(query, { offset, limit: hitsAtOnce });
		if (!found) return null;
		const { hits, total } = found;
		for (; at >= offset && at < offset + hits.length; at += by) {
			const hit = hits[at - offset];
			if (hit && hit.kind !== 'name') return { hit, query, position: at };
		}
		if (at >= total || hits.length === 0) return null;
	}
	return null;
}
