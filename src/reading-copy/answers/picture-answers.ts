import type { ArchiveHandlers } from '#shared/api/contract.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import type { Graph, GraphNode } from '#shared/domain/graph.ts';
import { annotationNode } from '#shared/graph/graph-nodes.ts';
import { narrowGraph } from '#shared/graph/narrow-graph.ts';
import type { OpenCopy } from '../open-copy.ts';

type Answered = Pick<ArchiveHandlers, 'graph' | 'map'>;

/** What graph and map are drawn from. */
export function pictureAnswers({ source, notes, locale }: OpenCopy) {
	/** Names in the language of the interface, notes as they are now and gone where they were removed. */
	async function currentGraph(): Promise<Graph> {
		const [{ nodes, edges }, { names }, { records }, { book }] = await Promise.all([
			...([source.graph(), source.things(), source.core(), notes()] as const),
		]);
		const nameOf = new Map<string, (typeof names)[number]>(names.map((name) => [name.id, name]));
		const recordOf = new Map(records.map((record) => [record.id, record]));
		const noteOf = new Map<string, ReturnType<typeof book.list>[number]>(book.list().map((note) => [note.id, note]));
		const now = nodes.flatMap((node): GraphNode[] => {
			const name = nameOf.get(node.id);
			if (name) return [{ ...node, title: displayForm(name, locale()) }];
			if (node.kind !== 'claim' && node.kind !== 'note') return [node];
			const note = noteOf.get(node.id);
			const record = note && recordOf.get(note.recordId);
			return note && record ? [{ ...annotationNode(note, record), place: node.place }] : [];
		});
		const ids = new Set(now.map(({ id }) => id));
		return { nodes: now, edges: edges.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)) };
	}
	return {
		graph: { read: async (choice) => narrowGraph(await currentGraph(), choice) },
		map: {
			labels: async () => (await source.core()).placeLabels,
			// Layers are originals, which no copy holds.
			layers: () => [],
		},
	} satisfies { [N in keyof Answered]: Partial<Answered[N]> };
}
