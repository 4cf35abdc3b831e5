import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import {
	type GraphChoice,
	type GraphExport,
	type GraphFormat,
	graphEndings,
	graphFormats,
} from '#shared/domain/graph.ts';
import type { GraphPlaces } from '#shared/graph/lay-out-graph.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { useGraph } from './graph-store.ts';

interface GraphExportDialogProps {
	choice: GraphChoice;
	shown: ShownGraph;
	places: GraphPlaces;
}

const mediaTypes: Readonly<Record<GraphFormat, string>> = {
	svg: 'image/svg+xml',
	'links-csv': 'text/csv',
	'nodes-csv': 'text/csv',
	json: 'application/json',
};

/** Asks in which form what is shown is to be exported. */
export function GraphExportDialog({ choice, shown, places }: GraphExportDialogProps) {
	const groupBy = useGraph((view) => view.groupBy);
	/** The picture as it is on the screen: nothing is laid out where the archive is kept. */
	const exported = (): GraphExport => ({
		...choice,
		groupBy,
		folded: shown.groups.flatMap(({ key, isFolded }) => (isFolded ? key : [])),
		places: Object.fromEntries(shown.nodes.flatMap(({ id }) => (places[id] ? [[id, places[id]]] : []))),
	});
	return (
		<ExportDialog
			title={message('graph.export-title')}
			formats={graphFormats.map((value) => ({ value, label: message(`graph.format.${value}`) }))}
			first="svg"
			hint={() => message('graph.export-hint', { count: shown.things.size })}
			onExport={(format) => exportGraph(format, exported())}
			onClose={() => useGraph.setState({ isExporting: false })}
		/>
	);
}

/** Says how much is in the file. */
async function exportGraph(format: GraphFormat, choice: GraphExport): Promise<void> {
	const { graph } = archive.calls;
	const summary = await exportFile(`${message('graph.file-name')}.${graphEndings[format]}`, mediaTypes[format], {
		toPath: (path) => graph.exportTo({ format, choice, path }),
		content: () => graph.exportText({ format, choice }),
	});
	if (!summary) return;
	const { exported, withheld } = summary;
	showToast(message('graph.exported', { exported, withheld }));
}
