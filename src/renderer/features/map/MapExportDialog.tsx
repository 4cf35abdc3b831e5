import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { type MapExport, type MapFormat, mapFormats } from '#shared/domain/map.ts';
import type { MapGround } from '#shared/map/map-scene.ts';
import { message } from '#shared/messages/messages.ts';
import { exportedLayers } from './layers/exported-layers.ts';
import type { LoadedLayer } from './layers/use-layers.tsx';
import { useMap } from './map-store.ts';
import { mapSight } from './picture/sight.ts';

const mediaTypes: Readonly<Record<MapFormat, string>> = {
	geojson: 'application/geo+json',
	svg: 'image/svg+xml',
};

interface MapExportDialogProps {
	placeCount: number;
	ground: MapGround;
	layers: readonly LoadedLayer[];
}

/** Asks in which form what is shown is to be exported. */
export function MapExportDialog({ placeCount, ground, layers }: MapExportDialogProps) {
	const { years, hasBorders, opacities } = useMap.getState();
	const bounds = mapSight.bounds() ?? undefined;

	async function start(format: MapFormat): Promise<void> {
		const choice = { ...years, hasBorders, ...(bounds && { bounds }) };
		if (format !== 'svg') return exportMap(format, choice);
		await exportMap(format, { ...choice, layers: await exportedLayers(layers, { ground, bounds, opacities }) });
	}
	return (
		<ExportDialog
			title={message('map.export-title')}
			formats={mapFormats.map((value) => ({ value, label: message(`map.format.${value}`) }))}
			first="svg"
			hint={() => message('map.export-hint', { count: placeCount })}
			isReady={layers.every(({ content, error }) => content !== null || error !== null)}
			onExport={start}
			onClose={() => useMap.setState({ dialog: null })}
		/>
	);
}

/** Says how much is in the file. */
async function exportMap(format: MapFormat, choice: MapExport): Promise<void> {
	const { map } = archive.calls;
	const summary = await exportFile(`${message('map.file-name')}.${format}`, mediaTypes[format], {
		toPath: (path) => map.exportTo({ format, choice, path }),
		content: () => map.exportText({ format, choice }),
	});
	if (!summary) return;
	const { exported, withheld, withheldLayers } = summary;
	showToast(message('map.exported', { exported, withheld, withheldLayers }));
}
