import type { Graph, GraphPlace } from '#shared/domain/graph.ts';
import { type LinkSide, type PlacedLink, shownRange } from '#shared/domain/link.ts';
import type { CopyPlan } from './copy-plan.ts';
import type { CopiedServices } from './copy-services.ts';

/**
 * What is joined, of things that are in the copy alone, so that nothing in it leads to what stays. Of texts a copy has
 * those that are shown: what stands in an older one joins the record as a whole, and no word of it goes.
 */
export function copiedGraph(
	{ records, annotations, names, events, links }: CopyPlan,
	services: Pick<CopiedServices, 'graph' | 'mentions'>,
): Graph {
	const texts = new Set<string>(records.flatMap(({ editionId }) => editionId ?? []));
	const end = (link: PlacedLink, side: LinkSide) => {
		const range = shownRange(link, side);
		const { kind, id } = link[side];
		return range && !texts.has(range.editionId)
			? { end: { kind, id }, place: null }
			: { end: link[side], place: link.places[side] };
	};
	const placeIn = (place: GraphPlace): GraphPlace =>
		place.kind === 'record' && place.editionId && !texts.has(place.editionId)
			? { kind: 'record', id: place.id }
			: place;
	const { nodes, edges } = services.graph.join({
		...{ records, annotations, names, events },
		links: links.map((link) => {
			const [from, to] = [end(link, 'from'), end(link, 'to')];
			return { ...link, from: from.end, to: to.end, places: { from: from.place, to: to.place } };
		}),
		mentions: services.mentions
			.confirmed()
			.filter(({ place, editionId }) => texts.has((place ?? { editionId }).editionId)),
	});
	return {
		nodes: nodes.map((node) => ({ ...node, place: placeIn(node.place) })),
		edges: edges.map((edge) => ({ ...edge, place: placeIn(edge.place) })),
	};
}
