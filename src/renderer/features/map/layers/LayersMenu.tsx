import { ChevronDown } from 'lucide-react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Menu, MenuItem, MenuSeparator, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { layerKey } from '#shared/domain/map.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleLayer, useMap } from '../map-store.ts';
import { addLayer } from './add-layer.ts';
import { type LoadedLayer, useLayerFiles } from './use-layers.tsx';

/** The user's own files over the base map: which are shown, adding one, and taking coordinates from them. */
export function LayersMenu({ layers }: { layers: readonly LoadedLayer[] }) {
	const isReadOnly = useIsReadOnly();
	const files = useLayerFiles();
	const layerKeys = useMap((view) => view.layerKeys);
	const hasFeatures = layers.some(({ content }) => content?.kind === 'shapes');
	function act(key: string): void {
		if (key === 'add') addLayer().catch(showError);
		else if (key === 'scan') useMap.setState({ dialog: 'scan' });
		else if (key === 'suggest') useMap.setState({ dialog: 'suggestions' });
		else toggleLayer(key, !layerKeys.has(key));
	}
	return (
		<MenuTrigger>
			<ChipButton isOn={layerKeys.size > 0}>
				{message('map.layers')}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Menu aria-label={message('map.layers')} onAction={(key) => act(String(key))}>
				{files.map((file) => {
					const key = layerKey(file);
					return (
						<MenuItem key={key} id={key} hint={layerKeys.has(key) ? message('map.layer.shown') : undefined}>
							{file.title}
						</MenuItem>
					);
				})}
				{files.length > 0 ? <MenuSeparator /> : null}
				<MenuItem id="add" isDisabled={isReadOnly}>
					{message('map.layer.add')}
				</MenuItem>
				<MenuItem id="scan" isDisabled={isReadOnly}>
					{message('map.scan')}
				</MenuItem>
				<MenuItem id="suggest" isDisabled={isReadOnly || !hasFeatures}>
					{message('map.suggest')}
				</MenuItem>
			</Menu>
		</MenuTrigger>
	);
}
