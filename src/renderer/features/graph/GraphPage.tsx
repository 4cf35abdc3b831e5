import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { runCommand } from '#renderer/lib/commands.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { Inspector } from '#renderer/ui/slots.tsx';
import type { Graph, GraphChoice } from '#shared/domain/graph.ts';
import { narrowGraph } from '#shared/graph/narrow-graph.ts';
import { showGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { EmptyGraph } from './EmptyGraph.tsx';
import { GraphExportDialog } from './GraphExportDialog.tsx';
import { GraphFacets } from './GraphFacets.tsx';
import { GraphHead } from './GraphHead.tsx';
import type { GraphSearch } from './graph-address.ts';
import { useGraph } from './graph-store.ts';
import { NodeDetails } from './NodeDetails.tsx';
import { NodeTable } from './NodeTable.tsx';
import { Picture } from './picture/Picture.tsx';
import { useLayout } from './use-layout.ts';

const none: never[] = [];

/** What is joined to what: as a picture, and the same as a table beside it. */
export function GraphPage() {
	const { data: graph, error } = useQuery(queries.graph.read({}));
	if (error) return <ErrorNotice error={error} />;
	if (!graph) return null;
	return graph.nodes.length === 0 ? <EmptyGraph /> : <LoadedGraph graph={graph} />;
}

function LoadedGraph({ graph }: { graph: Graph }) {
	const { data: collections = none } = useQuery(queries.collections.list());
	// Not where one is in the picture: that changes with every frame of moving it.
	const { filter, groupBy, folded, isPictureShown, isTableShown, isExporting } = useGraph(
		useShallow(({ sight: _, ...view }) => view),
	);
	const isNarrow = useMediaQuery(narrowWindow);
	const { around, steps = 1 }: GraphSearch = useSearch({ strict: false });
	const choice = useMemo(
		(): GraphChoice => ({ ...filter, around: around === undefined ? null : { id: around, steps } }),
		[filter, around, steps],
	);
	const narrowed = useMemo(() => narrowGraph(graph, choice), [graph, choice]);
	const shown = useMemo(
		() => showGraph(narrowed, { groupBy, folded, collections }),
		[narrowed, groupBy, folded, collections],
	);
	const chosenId = useLocation({ select: ({ hash }) => hash });
	const markId = shown.markOf.get(chosenId) ?? chosenId;
	const chosen = shown.nodes.find(({ id }) => id === markId);
	const choose = useChoose();
	const linkCount = useMemo(() => narrowed.edges.filter(({ relation }) => relation !== 'within').length, [narrowed]);
	const { places, isWorking, error } = useLayout(shown);
	const hasPicture = !isNarrow || isPictureShown;
	const hasTable = isNarrow ? !isPictureShown : isTableShown;
	return (
		<div className={page.page}>
			<GraphHead
				shown={shown}
				linkCount={linkCount}
				isLaidOut={shown.nodes.every(({ id }) => places[id])}
				isNarrow={isNarrow}
			/>
			<GraphFacets graph={graph} choice={choice} />
			{shown.nodes.length === 0 ? (
				<NothingPasses isAlone={around !== undefined && !graph.nodes.some(({ id }) => id === around)} />
			) : (
				<>
					{error ? <ErrorNotice error={error} /> : null}
					{hasPicture ? (
						<Picture shown={shown} places={places} isWorking={isWorking} chosenId={markId} onChoose={choose} />
					) : null}
					{hasTable ? <NodeTable shown={shown} chosenId={markId} onChoose={choose} /> : null}
				</>
			)}
			<Inspector>
				{chosen ? (
					<NodeDetails key={chosen.id} shown={shown} chosen={chosen} onChoose={choose} />
				) : (
					<p className={page.choose}>{message('graph.choose')}</p>
				)}
			</Inspector>
			{isExporting ? <GraphExportDialog choice={choice} shown={shown} places={places} /> : null}
		</div>
	);
}

/** @param isAlone what is asked about is in no graph */
function NothingPasses({ isAlone }: { isAlone: boolean }) {
	const navigate = useNavigate();
	function clear(): void {
		useGraph.setState({ filter: {} });
		void navigate({ to: '/graph', search: {} });
	}
	return (
		<div className={page.nothing}>
			<p>{message(isAlone ? 'graph.nothing-around' : 'graph.nothing-passes')}</p>
			<Button onPress={clear}>{message(isAlone ? 'graph.around-off' : 'library.clear-filter')}</Button>
		</div>
	);
}

/** What is chosen is in the address, so that it can be copied; going from one to the next leaves one step for Back. */
function useChoose(): (id: string, isOpened?: boolean) => void {
	const navigate = useNavigate();
	return (id, isOpened = false) => {
		void navigate({
			to: '/graph',
			search: (search: GraphSearch) => search,
			hash: id,
			replace: true,
			hashScrollIntoView: false,
		});
		if (isOpened && window.matchMedia(narrowWindow).matches) runCommand('pane.inspector');
	};
}
