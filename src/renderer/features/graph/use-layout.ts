import { useEffect, useState } from 'react';
import { layOutInWorker } from '#renderer/graph-layout/index.ts';
import type { GraphPlaces } from '#shared/graph/lay-out-graph.ts';
import { radiusOf } from '#shared/graph/scene.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { useGraph } from './graph-store.ts';

interface Layout {
	places: GraphPlaces;
	/** While it is being laid out, what is shown is what was there before. */
	isWorking: boolean;
	error: unknown;
}

/** Where what is shown stands. What is new is given a place in a worker; what had one keeps it. */
export function useLayout(shown: ShownGraph): Layout {
	const places = useGraph((view) => view.places);
	const [error, setError] = useState<unknown>(null);
	const isMissing = shown.nodes.some(({ id }) => places[id] === undefined);
	useEffect(() => {
		if (!isMissing) return;
		const stop = new AbortController();
		const nodes = shown.nodes.map((node) => ({ id: node.id, groupKey: node.groupKey, radius: radiusOf(node) }));
		const edges = shown.edges.map(({ fromId, toId }) => ({ fromId, toId }));
		const { places: before, starts } = useGraph.getState();
		layOutInWorker({ nodes, edges, places: before, starts }, stop.signal).then(
			(found) => {
				setError(null);
				useGraph.setState((view) => ({ places: { ...view.places, ...found } }));
			},
			(reason: unknown) => setError(reason),
		);
		return () => stop.abort();
	}, [shown, isMissing]);
	return { places, isWorking: isMissing && error === null, error };
}
