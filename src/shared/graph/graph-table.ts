import { edtfWords } from '../dates/edtf-words.ts';
import { collation } from '../messages/collation.ts';
import { message } from '../messages/messages.ts';
import { type EdgeDirection, placeWords, relationWords, typeWords } from './graph-words.ts';
import type { ShownEdge, ShownGraph, ShownNode } from './shown-graph.ts';

export const nodeColumns = ['title', 'type', 'when', 'where', 'links'] as const;
export type NodeColumn = (typeof nodeColumns)[number];

/** What the picture shows of a mark, in words; '' where there is nothing. */
export function nodeRow({ title, node, count, degree }: ShownNode): Record<NodeColumn, string> {
	return {
		title,
		type: node ? typeWords(node) : message('graph.things', { count }),
		when: node && node.dateEdtf !== '' ? edtfWords(node.dateEdtf) : '',
		where: node ? placeWords(node) : '',
		links: String(degree),
	};
}

export function columnTitle(column: NodeColumn): string {
	return message(`graph.column.${column}`);
}

/** A line as one of its ends sees it. */
export interface LinkRow {
	line: ShownEdge;
	other: ShownNode;
}

export interface LinkGroup {
	/** What they all say, from this side. */
	relation: string;
	rows: LinkRow[];
}

/** Every line at a mark, by what it says and then by what is at the other end. */
export function linkGroups({ nodes, edges }: ShownGraph, id: string): LinkGroup[] {
	const marks = new Map(nodes.map((node) => [node.id, node]));
	const groups = new Map<string, LinkRow[]>();
	for (const line of edges) {
		if (line.fromId !== id && line.toId !== id) continue;
		const direction: EdgeDirection = line.fromId === id ? 'outgoing' : 'incoming';
		const other = marks.get(direction === 'outgoing' ? line.toId : line.fromId);
		if (!other) continue;
		const relation = relationWords(line.relation, direction);
		const known = groups.get(relation);
		if (known) known.push({ line, other });
		else groups.set(relation, [{ line, other }]);
	}
	const inOrder = collation();
	return [...groups]
		.map(([relation, rows]) => ({ relation, rows: rows.sort((a, b) => inOrder(a.other.title, b.other.title)) }))
		.sort((one, other) => inOrder(one.relation, other.relation));
}
