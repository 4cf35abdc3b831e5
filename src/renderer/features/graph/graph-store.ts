import { create } from 'zustand';
import type { Sight } from '#renderer/lib/picture-sight.ts';
import type { GraphChoice, GraphGrouping } from '#shared/domain/graph.ts';
import type { GraphPlaces } from '#shared/graph/lay-out-graph.ts';
import { middleOf } from '#shared/graph/middle-of.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';

/** What chips narrow by; what is asked for around one thing is in the address. */
export type GraphFilter = Omit<GraphChoice, 'around'>;

interface GraphView {
	filter: GraphFilter;
	groupBy: GraphGrouping;
	/** Keys of the folded groups; null until one was folded or unfolded by hand. */
	folded: ReadonlySet<string> | null;
	/** Where things stand, also those that are not shown now: what comes back stands where it was. */
	places: GraphPlaces;
	/** Where a group stood when it was folded or unfolded. */
	starts: GraphPlaces;
	/** Null until one has moved: then all is in sight. */
	sight: Sight | null;
	/** Of a narrow window, which has room for one of them. */
	isPictureShown: boolean;
	isTableShown: boolean;
	isExporting: boolean;
}

/** What the graph shows; kept while the window is open, so that Back finds it again. */
export const useGraph = create<GraphView>(() => ({
	filter: {},
	groupBy: 'kind',
	folded: null,
	places: {},
	starts: {},
	sight: null,
	isPictureShown: false,
	isTableShown: true,
	isExporting: false,
}));

export function changeFilter(change: GraphFilter): void {
	useGraph.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Other groups stand elsewhere. */
export function chooseGrouping(groupBy: GraphGrouping): void {
	useGraph.setState({ groupBy, folded: null, places: {}, starts: {}, sight: null });
}

/** Forgets where things were moved to by what was folded and added, and lays all out as if seen for the first time. */
export function layOutAnew(): void {
	useGraph.setState({ places: {}, starts: {}, sight: null });
}

/** A folded group stands near the middle of its members, and members that have no place yet near where it stood. */
export function toggleFold({ groups, nodes }: ShownGraph, key: string): void {
	const folded = new Set(groups.filter(({ isFolded }) => isFolded).map((group) => group.key));
	if (!folded.delete(key)) folded.add(key);
	const { places, starts } = useGraph.getState();
	const own = nodes.filter(({ groupKey }) => groupKey === key).flatMap(({ id }) => places[id] ?? []);
	useGraph.setState({ folded, starts: own.length > 0 ? { ...starts, [key]: middleOf(own) } : starts });
}
