import { type Graph, type GraphNode, graphNodeKinds, graphRelations } from '../../domain/graph.ts';

/** A number from 0 up to 1 for each seed and position (mulberry32). */
function randomAt(seed: number, at: number): number {
	let state = (seed * 7919 + at * 0x6d2b79f5) >>> 0;
	state = Math.imul(state ^ (state >>> 15), state | 1);
	state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
	return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}

/** A graph of so many things and links, of all kinds and relations; a few things have most of the links. */
export function artificialGraph(nodeCount: number, edgeCount: number, seed = 1): Graph {
	const nodes = Array.from({ length: nodeCount }, (_, at) => artificialNode(at));
	const edges = Array.from({ length: edgeCount }, (_, at) => {
		const from = Math.floor(randomAt(seed, 2 * at) * nodeCount);
		const to = Math.floor(randomAt(seed, 2 * at + 1) ** 3 * nodeCount);
		const relation = graphRelations[at % (graphRelations.length - 1)] ?? 'cites';
		return {
			...{ id: `edge-${at}`, relation, fromId: idOf(from), toId: idOf(to === from ? (to + 1) % nodeCount : to) },
			...{ origin: 'user' as const, words: '', place: { kind: 'record' as const, id: idOf(from) as never } },
		};
	});
	return { nodes, edges };
}

function artificialNode(at: number): GraphNode {
	const kind = graphNodeKinds[at % graphNodeKinds.length] ?? 'record';
	const types = { record: 'letter', passage: '', claim: 'claim', note: 'note', name: 'person', event: '' };
	return {
		...{ id: idOf(at), kind, title: `Artificial thing number ${at}, with a title`, type: types[kind] },
		...{ dateEdtf: at % 3 === 0 ? String(1900 + (at % 100)) : '', recordId: null, recordTitle: '', number: null },
		...{ collectionIds: [], place: { kind: 'record', id: idOf(at) as never } },
	};
}

function idOf(at: number): string {
	return `node-${at}`;
}
