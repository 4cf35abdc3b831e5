import { RotateCcw } from 'lucide-react';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { ZoomButtons } from '#renderer/ui/ZoomButtons.tsx';
import { graphGroupings } from '#shared/domain/graph.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { GroupsMenu } from './GroupsMenu.tsx';
import { chooseGrouping, layOutAnew, useGraph } from './graph-store.ts';
import { graphSight } from './picture/sight.ts';

interface GraphHeadProps {
	shown: ShownGraph;
	/** Those between things of one group too. */
	linkCount: number;
	/** Every mark has its place. */
	isLaidOut: boolean;
	/** There is room for picture or table. */
	isNarrow: boolean;
}

/** How much is shown, how it is grouped, and what can be done with it. */
export function GraphHead({ shown, linkCount, isLaidOut, isNarrow }: GraphHeadProps) {
	const groupBy = useGraph((view) => view.groupBy);
	const isPictureShown = useGraph((view) => view.isPictureShown);
	const isTableShown = useGraph((view) => view.isTableShown);
	return (
		<header className={page.head}>
			<h1 className={page.title}>{message('graph.title')}</h1>
			<span className={page.count} role="status">
				{message('graph.count', { things: shown.things.size, links: linkCount })}
			</span>
			<div className={page.tools}>
				<Select
					label={message('graph.group-by')}
					isLabelHidden
					value={groupBy}
					onChange={chooseGrouping}
					options={graphGroupings.map((value) => ({ value, label: message(`graph.group-by.${value}`) }))}
				/>
				{groupBy === 'none' ? null : <GroupsMenu shown={shown} />}
				{isNarrow && !isPictureShown ? null : (
					<>
						<ZoomButtons
							onZoomOut={() => graphSight.zoomOut()}
							onZoomIn={() => graphSight.zoomIn()}
							onShowAll={graphSight.showAll}
						/>
						<IconButton label={message('graph.lay-out')} onPress={layOutAnew}>
							<RotateCcw size={15} />
						</IconButton>
					</>
				)}
				{isNarrow ? (
					<ToggleChip isSelected={isPictureShown} onChange={(isOn) => useGraph.setState({ isPictureShown: isOn })}>
						{message('graph.picture')}
					</ToggleChip>
				) : (
					<ToggleChip isSelected={isTableShown} onChange={(isOn) => useGraph.setState({ isTableShown: isOn })}>
						{message('graph.table')}
					</ToggleChip>
				)}
				{readingCopy ? null : (
					<Button
						onPress={() => useGraph.setState({ isExporting: true })}
						isDisabled={!isLaidOut || shown.nodes.length === 0}
					>
						{message('graph.export')}
					</Button>
				)}
			</div>
		</header>
	);
}
