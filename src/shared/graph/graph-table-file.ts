import type { Graph, GraphNode, GraphPlace } from '../domain/graph.ts';
import { message } from '../messages/messages.ts';
import { formatCsv } from '../search/list/csv.ts';
import { originWords, placeWords, relationWords, titleWords, typeWords } from './graph-words.ts';

/** Spreadsheets take UTF-8 for what it is only when the file begins with this. */
const byteOrderMark = '\ufeff';

/** CSV (RFC 4180), one thing a row. */
export function nodesCsv({ nodes }: Graph): string {
	const columns = ['title', 'type', 'date', 'where', 'id'] as const;
	const rows = nodes.map((node) => [titleWords(node), typeWords(node), node.dateEdtf, placeWords(node), node.id]);
	return byteOrderMark + formatCsv([columns.map((column) => message(`graph.column.${column}`)), ...rows]);
}

/** CSV (RFC 4180), one link a row, with what it goes from and to. */
export function linksCsv({ nodes, edges }: Graph): string {
	const columns = [
		'from',
		'from-type',
		'relation',
		'to',
		'to-type',
		'words',
		'origin',
		'from-id',
		'to-id',
		'id',
	] as const;
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const rows = edges.flatMap(({ id, relation, fromId, toId, origin, words }) => {
		const [from, to] = [byId.get(fromId), byId.get(toId)];
		if (!from || !to) return [];
		const ends = [...end(from), relationWords(relation, 'outgoing'), ...end(to)];
		return [[...ends, words, originWords(origin), fromId, toId, id]];
	});
	return byteOrderMark + formatCsv([columns.map((column) => message(`graph.column.${column}`)), ...rows]);
}

/** Everything that is known, with the ids and addresses that the archive uses: for programs. */
export function graphJson({ nodes, edges }: Graph): string {
	const data = {
		nodes: nodes.map(({ place, ...node }) => ({ ...node, address: addressOf(place) })),
		edges: edges.map(({ place, ...edge }) => ({ ...edge, address: addressOf(place) })),
	};
	return `${JSON.stringify(data, null, '\t')}\n`;
}

function end(node: GraphNode): [title: string, type: string] {
	const where = placeWords(node);
	return [
		where === '' ? titleWords(node) : message('graph.words-in', { words: titleWords(node), where }),
		typeWords(node),
	];
}

/** As a passed-on address has it, without the archive. */
function addressOf(place: GraphPlace): string {
	switch (place.kind) {
		case 'record': {
			const { id, editionId, ordinal, annotationId } = place;
			return ['/record', id, editionId, ordinal, annotationId].filter((part) => part !== undefined).join('/');
		}
		case 'name':
			return `/names/${place.id}`;
		case 'event':
			return `/chronology#${place.id}`;
	}
}
