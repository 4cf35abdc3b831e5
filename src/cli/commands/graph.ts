import { resolve } from 'node:path';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { Graph, GraphFormat, GraphNode, GraphRelation } from '#shared/domain/graph.ts';
import { originWords, placeWords, relationWords, titleWords } from '#shared/graph/graph-words.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';
import { withoutControls } from '../text-width.ts';

export interface LinkChoice {
	relation?: GraphRelation[];
}

/** Prints what joins what, a line each; where words stand is told with them and is no line of its own. */
export async function listLinks({ calls }: Session, { relation }: LinkChoice, output: Output): Promise<number> {
	const graph = await calls.graph.read(relation ? { relations: relation } : {});
	const rows = rowsOf(graph);
	for (const { edge, from, to } of rows) output.json({ ...edge, from: from.title, to: to.title });
	const columns: Column[] = [
		{ title: message('graph.column.from'), isElastic: true },
		{ title: message('graph.column.relation') },
		{ title: message('graph.column.to'), isElastic: true },
		{ title: message('graph.column.origin') },
	];
	const cells = rows.map(({ edge, from, to }) => [
		shown(from),
		relationWords(edge.relation, 'outgoing'),
		shown(to),
		originWords(edge.origin),
	]);
	if (rows.length === 0) output.line(message('graph.empty.title'));
	else for (const line of formatTable(columns, cells, output.width)) output.line(line);
	return 0;
}

export interface GraphOptions extends LinkChoice {
	format: GraphFormat;
	out?: string;
}

/** Writes the graph to a file, or to stdout; what it wrote is said on stderr. */
export async function exportGraph({ calls }: Session, options: GraphOptions, output: Output): Promise<number> {
	const { format, relation, out } = options;
	const choice = relation ? { relations: relation } : {};
	if (out === undefined) {
		const { text, ...summary } = await calls.graph.exportText({ format, choice });
		output.json({ format, ...summary, text });
		// A terminal is not sent what a title could make it do.
		output.raw(output.isTerminal ? `${text.split(/\r?\n/).map(withoutControls).join('\n')}\n` : text);
		note(summary, output);
		return 0;
	}
	const summary = await calls.graph.exportTo({ format, choice, path: resolve(out) });
	output.json({ file: out, format, ...summary });
	note(summary, output);
	return 0;
}

function note({ exported, withheld }: ExportSummary, output: Output): void {
	output.note(message('graph.exported', { exported, withheld }));
}

function rowsOf({ nodes, edges }: Graph) {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	return edges.flatMap((edge) => {
		const [from, to] = [byId.get(edge.fromId), byId.get(edge.toId)];
		return from && to && edge.relation !== 'within' ? [{ edge, from, to }] : [];
	});
}

function shown(node: GraphNode): string {
	const where = placeWords(node);
	return where === '' ? titleWords(node) : message('graph.words-in', { words: titleWords(node), where });
}
