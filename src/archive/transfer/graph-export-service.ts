import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { GraphService } from '#archive/graph/graph-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { Graph, GraphExport, GraphFormat } from '#shared/domain/graph.ts';
import { graphSvg } from '#shared/graph/graph-svg.ts';
import { graphJson, linksCsv, nodesCsv } from '#shared/graph/graph-table-file.ts';
import { layOutGraph } from '#shared/graph/lay-out-graph.ts';
import { narrowGraph } from '#shared/graph/narrow-graph.ts';
import { radiusOf } from '#shared/graph/scene.ts';
import { showGraph } from '#shared/graph/shown-graph.ts';
import { writeWholeFile } from './annotation-file.ts';
import { isWithheld } from './withholding.ts';

interface ExportedServices {
	graph: GraphService;
	records: RecordsService;
	events: EventsService;
	collections: CollectionsService;
}

/** Writes the graph as a picture, as tables or as data. */
export class GraphExportService {
	readonly #database: ArchiveDatabase;
	readonly #services: ExportedServices;
	readonly #title: () => string;

	/** @param title the archive's, asked each time */
	constructor(database: ArchiveDatabase, services: ExportedServices, title: () => string) {
		this.#database = database;
		this.#services = services;
		this.#title = title;
	}

	/**
	 * The whole file as text. Records that are not open, what stands in them and events that only such records attest are
	 * left out with all that leads to them, and counted.
	 */
	toText(format: GraphFormat, choice: GraphExport): ExportSummary & { text: string } {
		const whole = this.#services.graph.whole();
		const asked = narrowGraph(whole, choice);
		const open = narrowGraph(this.#openPart(whole), choice);
		const text = this.#write(format, open, choice);
		return { text, exported: open.nodes.length, withheld: asked.nodes.length - open.nodes.length };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: GraphFormat, choice: GraphExport, path: string): Promise<ExportSummary> {
		const { text, ...summary } = this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}

	#write(format: GraphFormat, graph: Graph, { groupBy = 'kind', folded, places = {} }: GraphExport): string {
		if (format === 'links-csv') return linksCsv(graph);
		if (format === 'nodes-csv') return nodesCsv(graph);
		if (format === 'json') return graphJson(graph);
		const collections = this.#services.collections.list();
		const shown = showGraph(graph, { groupBy, folded: folded ? new Set(folded) : null, collections });
		const nodes = shown.nodes.map((node) => ({ id: node.id, groupKey: node.groupKey, radius: radiusOf(node) }));
		return graphSvg({
			title: this.#title(),
			graph: shown,
			places: layOutGraph({ nodes, edges: shown.edges, places, starts: {} }),
		});
	}

	#openPart({ nodes, edges }: Graph): Graph {
		const { records, events } = this.#services;
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		const withheld = new Set<string>(
			records.list({}).flatMap((record) => (isWithheld(record, today) ? record.id : [])),
		);
		const isOpen = (id: string) => !withheld.has(id);
		const hidden = new Set<string>(
			events
				.list()
				.filter(({ recordIds }) => recordIds.length > 0 && !recordIds.some(isOpen))
				.map(({ id }) => id),
		);
		const kept = nodes.filter(({ id, recordId }) => !hidden.has(id) && (recordId === null || isOpen(recordId)));
		const ids = new Set(kept.map(({ id }) => id));
		return { nodes: kept, edges: edges.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)) };
	}
}
