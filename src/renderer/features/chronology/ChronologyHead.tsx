import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { ZoomButtons } from '#renderer/ui/ZoomButtons.tsx';
import { laneKinds } from '#shared/domain/chronology.ts';
import { message } from '#shared/messages/messages.ts';
import { chooseLanes, openDialog, useChronology } from './chronology-store.ts';
import { zoomPicture } from './picture/picture-view.ts';

interface ChronologyHeadProps {
	shownCount: number;
	totalCount: number;
}

/** What is shown, how it is laid out, and what can be done with it. */
export function ChronologyHead({ shownCount, totalCount }: ChronologyHeadProps) {
	const lanes = useChronology((view) => view.lanes);
	const isTableShown = useChronology((view) => view.isTableShown);
	const isReadOnly = useIsReadOnly();
	return (
		<header className={page.head}>
			<h1 className={page.title}>{message('chronology.title')}</h1>
			<span className={page.count} role="status">
				{shownCount === totalCount
					? message('chronology.count', { count: totalCount })
					: message('chronology.count-of', { shown: shownCount, total: totalCount })}
			</span>
			<div className={page.tools}>
				<Select
					label={message('chronology.lanes')}
					isLabelHidden
					value={lanes}
					onChange={chooseLanes}
					options={laneKinds.map((value) => ({ value, label: message(`chronology.lanes.${value}`) }))}
				/>
				<ZoomButtons
					onZoomOut={() => zoomPicture('out')}
					onZoomIn={() => zoomPicture('in')}
					onShowAll={() => zoomPicture('all')}
				/>
				<ToggleChip isSelected={isTableShown} onChange={(isShown) => useChronology.setState({ isTableShown: isShown })}>
					{message('chronology.table')}
				</ToggleChip>
				{readingCopy ? null : (
					<Button onPress={() => openDialog({ type: 'export' })} isDisabled={shownCount === 0}>
						{message('chronology.export')}
					</Button>
				)}
				{isReadOnly ? null : <Button onPress={() => openDialog({ type: 'new' })}>{message('chronology.new')}</Button>}
			</div>
		</header>
	);
}
