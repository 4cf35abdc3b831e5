import { describe, expect, test } from 'vitest';
import type { Graph, GraphChoice, GraphEdge, GraphNode, GraphRelation } from '../domain/graph.ts';
import { graphCounts } from './graph-counts.ts';
import { narrowGraph } from './narrow-graph.ts';

function node(id: string, kind: GraphNode['kind'], dateEdtf = '', recordId: string | null = null): GraphNode {
	return {
		...{ id, kind, title: id, type: '', dateEdtf, recordId: recordId as never, recordTitle: '', number: null },
		...{ collectionIds: [], place: { kind: 'event', id: id as never } },
	};
}

function edge(fromId: string, relation: GraphRelation, toId: string): GraphEdge {
	const place = { kind: 'event', id: fromId as never } as const;
	return { id: `${fromId} ${relation} ${toId}`, relation, fromId, toId, origin: 'user', words: '', place };
}

/** report ⊃ words; words cite letter and speak of Alpha, who took part in talks (2001) before a vote (2005). */
const graph: Graph = {
	nodes: [
		node('report', 'record', '1999', 'report'),
		node('letter', 'record', '2001', 'letter'),
		node('words', 'passage', '1999', 'report'),
		node('alpha', 'name'),
		node('talks', 'event', '2001'),
		node('vote', 'event', '2005'),
	],
	edges: [
		edge('words', 'within', 'report'),
		edge('words', 'cites', 'letter'),
		edge('words', 'mentions', 'alpha'),
		edge('alpha', 'participant', 'talks'),
		edge('talks', 'before', 'vote'),
	],
};

const ids = (choice: GraphChoice) => narrowGraph(graph, choice).nodes.map(({ id }) => id);
const lines = (choice: GraphChoice) => narrowGraph(graph, choice).edges.map(({ id }) => id);

describe('a graph is narrowed', () => {
	test('to nothing less without a choice', () => {
		expect(narrowGraph(graph, { kinds: [], relations: [], nameIds: [], fromYear: null })).toEqual(graph);
	});

	test('to relations; words bring the record they stand in, and a record alone is not left', () => {
		expect(ids({ relations: ['cites'] })).toEqual(['report', 'letter', 'words']);
		expect(ids({ relations: ['before'] })).toEqual(['talks', 'vote']);
		expect(ids({ relations: ['supports'] })).toEqual([]);
	});

	test('to kinds; what joins words that are not shown joins their record', () => {
		expect(lines({ kinds: ['record', 'name'] })).toEqual(['words cites letter', 'words mentions alpha']);
		expect(ids({ kinds: ['record', 'name'] })).toEqual(['report', 'letter', 'alpha']);
		expect(ids({ kinds: ['event'] })).toEqual(['talks', 'vote']);
	});

	test('to years; names stay beside what lies in them', () => {
		expect(ids({ fromYear: 2001 })).toEqual(['alpha', 'talks', 'vote']);
		expect(ids({ fromYear: 2001, toYear: 2001 })).toEqual(['alpha', 'talks']);
		expect(ids({ toYear: 1999 })).toEqual(['report', 'words', 'alpha']);
	});

	test('to names and what is joined to them', () => {
		expect(ids({ nameIds: ['alpha' as never] })).toEqual(['report', 'words', 'alpha', 'talks']);
	});

	test('to so many steps around one thing, which stays also where nothing else is left', () => {
		expect(ids({ around: { id: 'talks', steps: 1 } })).toEqual(['alpha', 'talks', 'vote']);
		expect(ids({ around: { id: 'talks', steps: 2 } })).toEqual(['report', 'words', 'alpha', 'talks', 'vote']);
		expect(ids({ around: { id: 'vote', steps: 4 } })).toHaveLength(6);
		expect(ids({ around: { id: 'letter', steps: 1 }, relations: ['before'] })).toEqual(['letter']);
		expect(ids({ around: { id: 'nothing', steps: 1 } })).toEqual([]);
	});
});

test('each list of values is counted over what all other choices leave', () => {
	const { kinds, relations, nameIds } = graphCounts(graph, { relations: ['cites'] });
	expect(kinds).toEqual([
		{ value: 'record', count: 2 },
		{ value: 'passage', count: 1 },
	]);
	expect(relations.map(({ value }) => value).toSorted()).toEqual(['before', 'cites', 'mentions', 'participant']);
	expect(nameIds).toEqual([]);
});
