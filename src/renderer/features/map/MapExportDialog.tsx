import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { type MapExport, type MapFormat, mapFormats } from '#shared/domain/map.ts';
import { message } from '#shared/messages/messages.ts';
import { useMap } from './map-store.ts';
import { mapSight } from './picture/sight.ts';

const mediaTypes: Readonly<Record<MapFormat, string>> = {
	geojson: 'application/geo+json',
	svg: 'image/svg+xml',
};

/** Asks in which form what is shown is to be exported. */
export function MapExportDialog({ placeCount }: { placeCount: number }) {
	const { years, hasBorders } = useMap.getState();
	const bounds = mapSight.bounds();
	return (
		<ExportDialog
			title={message('map.export-title')}
			formats={mapFormats.map((value) => ({ value, label: message(`map.format.${value}`) }))}
			first="svg"
			hint={() => message('map.export-hint', { count: placeCount })}
			onExport={(format) => exportMap(format, { ...years, hasBorders, ...(bounds && { bounds }) })}
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
	const { exported, withheld } = summary;
	showToast(message('map.exported', { exported, withheld }));
}
