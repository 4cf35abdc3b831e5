import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Group } from 'react-aria-components';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { FacetMenu } from '#renderer/ui/FacetMenu.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { YearsChip } from '#renderer/ui/YearsChip.tsx';
import type { Graph, GraphChoice } from '#shared/domain/graph.ts';
import type { NameId } from '#shared/domain/ids.ts';
import { graphCounts } from '#shared/graph/graph-counts.ts';
import { kindWords, relationWords, titleWords } from '#shared/graph/graph-words.ts';
import { isNarrowed } from '#shared/graph/narrow-graph.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './GraphFacets.module.css';
import { changeFilter, useGraph } from './graph-store.ts';

interface GraphFacetsProps {
	graph: Graph;
	choice: GraphChoice;
}

const mostValues = 200;

/** Chips that narrow what is shown. */
export function GraphFacets({ graph, choice }: GraphFacetsProps) {
	const navigate = useNavigate();
	const counts = useMemo(() => graphCounts(graph, choice), [graph, choice]);
	const titles = useMemo(() => new Map(graph.nodes.map((node) => [node.id, titleWords(node)])), [graph]);
	const { kinds = [], relations = [], nameIds = [], fromYear = null, toYear = null, around } = choice;
	const leaveAround = () => void navigate({ to: '/graph', search: {}, hash: true });
	return (
		<Group aria-label={message('library.facets')} className={page.facets ?? ''}>
			{around ? (
				<ChipButton isOn onPress={leaveAround}>
					<span className={styles.around} dir="auto">
						{message('graph.around', { title: titles.get(around.id) ?? around.id, steps: around.steps })}
					</span>
					<X size={12} aria-label={message('graph.around-off')} />
				</ChipButton>
			) : null}
			<FacetMenu
				name={message('graph.facet.kinds')}
				all={message('graph.facet.kinds')}
				counts={counts.kinds}
				chosen={new Set(kinds)}
				words={kindWords}
				onChange={(chosen) => changeFilter({ kinds: [...chosen] })}
			/>
			<FacetMenu
				name={message('graph.facet.relations')}
				all={message('graph.facet.relations')}
				counts={counts.relations}
				chosen={new Set(relations)}
				words={(relation) => relationWords(relation, 'outgoing')}
				onChange={(chosen) => changeFilter({ relations: [...chosen] })}
			/>
			<FacetMenu<NameId>
				name={message('graph.facet.names')}
				all={message('graph.facet.names')}
				counts={counts.nameIds.slice(0, mostValues)}
				chosen={new Set(nameIds)}
				words={(id) => titles.get(id) ?? id}
				onChange={(chosen) => changeFilter({ nameIds: [...chosen] })}
			/>
			<YearsChip fromYear={fromYear} toYear={toYear} onChange={changeFilter} />
			{isNarrowed({ ...choice, around: null }) ? (
				<ChipButton onPress={() => useGraph.setState({ filter: {} })}>{message('library.clear-filter')}</ChipButton>
			) : null}
		</Group>
	);
}
