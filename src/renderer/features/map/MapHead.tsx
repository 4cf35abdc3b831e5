import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { ZoomButtons } from '#renderer/ui/ZoomButtons.tsx';
import type { PlaceLabels } from '#shared/domain/map.ts';
import type { Name } from '#shared/domain/name.ts';
import { labelLanguages } from '#shared/map/map-places.ts';
import { message } from '#shared/messages/messages.ts';
import { LayersMenu } from './layers/LayersMenu.tsx';
import { OpacityChip } from './layers/OpacityChip.tsx';
import type { LoadedLayer } from './layers/use-layers.tsx';
import { useMap } from './map-store.ts';
import { mapSight } from './picture/sight.ts';

interface MapHeadProps {
	names: readonly Name[];
	labels: PlaceLabels;
	layers: readonly LoadedLayer[];
	placedCount: number;
	totalCount: number;
	/** There is room for picture or list. */
	isNarrow: boolean;
}

/** How much is shown, by which forms, over what, and what can be done with it. */
export function MapHead({ names, labels, layers, placedCount, totalCount, isNarrow }: MapHeadProps) {
	const isPictureShown = useMap((view) => view.isPictureShown);
	const isListShown = useMap((view) => view.isListShown);
	const hasBorders = useMap((view) => view.hasBorders);
	const hasPicture = !isNarrow || isPictureShown;
	return (
		<header className={page.head}>
			<h1 className={page.title}>{message('map.title')}</h1>
			<span className={page.count} role="status">
				{message('map.count', { count: totalCount, placed: placedCount })}
			</span>
			<div className={page.tools}>
				<LabelsField names={names} labels={labels} />
				{hasPicture ? (
					<>
						<ToggleChip isSelected={hasBorders} onChange={(isOn) => useMap.setState({ hasBorders: isOn })}>
							{message('map.borders')}
						</ToggleChip>
						<ZoomButtons
							onZoomOut={() => mapSight.zoomOut()}
							onZoomIn={() => mapSight.zoomIn()}
							onShowAll={mapSight.showAll}
						/>
					</>
				) : null}
				{readingCopy ? null : <LayersMenu layers={layers} />}
				{hasPicture ? <OpacityChip layers={layers} /> : null}
				{isNarrow ? (
					<ToggleChip isSelected={isPictureShown} onChange={(isOn) => useMap.setState({ isPictureShown: isOn })}>
						{message('map.picture')}
					</ToggleChip>
				) : (
					<ToggleChip isSelected={isListShown} onChange={(isOn) => useMap.setState({ isListShown: isOn })}>
						{message('map.list')}
					</ToggleChip>
				)}
				{readingCopy ? null : (
					<Button onPress={() => useMap.setState({ dialog: 'export' })} isDisabled={totalCount === 0}>
						{message('graph.export')}
					</Button>
				)}
			</div>
		</header>
	);
}

/** Stands for '' in the choice, whose values are keys. */
const interfaceLanguage = 'interface';

/** The archive's own setting, the same for all who open it: no form is preferred by the app. */
function LabelsField({ names, labels }: { names: readonly Name[]; labels: PlaceLabels }) {
	const isReadOnly = useIsReadOnly();
	const languages = [...new Set([...labelLanguages(names), ...(labels === '' || labels === 'all' ? [] : [labels])])];
	return (
		<Select
			label={message('map.labels')}
			isLabelHidden
			isDisabled={isReadOnly}
			value={labels === '' ? interfaceLanguage : labels}
			onChange={(value) =>
				void archive.calls.map.setLabels({ labels: value === interfaceLanguage ? '' : value }).catch(showError)
			}
			options={[
				{ value: interfaceLanguage, label: message('map.labels.interface') },
				{ value: 'all', label: message('map.labels.all') },
				...languages.map((language) => ({
					value: language,
					label: message('map.labels.language', { language: languageName(language) }),
				})),
			]}
		/>
	);
}
