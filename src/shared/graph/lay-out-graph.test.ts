import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LayoutTask, layOutGraph } from './lay-out-graph.ts';
import { radiusOf } from './scene.ts';
import { showGraph } from './shown-graph.ts';
import { artificialGraph } from './testing/artificial-graph.ts';

function taskOf(nodes: number, edges: number): LayoutTask {
	const shown = showGraph(artificialGraph(nodes, edges), { groupBy: 'kind', folded: new Set(), collections: [] });
	return {
		nodes: shown.nodes.map((node) => ({ id: node.id, groupKey: node.groupKey, radius: radiusOf(node) })),
		edges: shown.edges,
		places: {},
		starts: {},
	};
}

describe('a layout', () => {
	test('is the same for the same graph, in whatever order its parts come', () => {
		const task = taskOf(60, 120);
		const first = layOutGraph(task);
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...task.nodes], { minLength: 60 }),
				fc.shuffledSubarray([...task.edges], { minLength: task.edges.length }),
				(nodes, edges) => {
					expect(layOutGraph({ nodes, edges, places: {}, starts: {} })).toEqual(first);
				},
			),
			{ numRuns: 5 },
		);
	});

	test('moves nothing that stood somewhere when something is added or taken away', () => {
		const task = taskOf(80, 160);
		const places = layOutGraph(task);
		const added = { id: 'added', groupKey: 'kind:record', radius: 6 };
		const wider = layOutGraph({
			nodes: [...task.nodes, added],
			edges: [...task.edges, { fromId: 'added', toId: task.nodes[0]?.id ?? '' }],
			places,
			starts: {},
		});
		const { added: addedAt, ...others } = wider;
		expect(others).toEqual(places);
		expect(addedAt).toEqual({ x: expect.any(Number), y: expect.any(Number) });
		const { [task.nodes[0]?.id ?? '']: _gone, ...fewer } = places;
		const ids = new Set(Object.keys(fewer));
		const edges = task.edges.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId));
		expect(layOutGraph({ nodes: task.nodes.filter(({ id }) => ids.has(id)), edges, places, starts: {} })).toEqual(
			fewer,
		);
	});

	test('puts no mark on another', () => {
		const { nodes, edges } = taskOf(60, 90);
		const places = layOutGraph({ nodes, edges, places: {}, starts: {} });
		for (const [at, one] of nodes.entries())
			for (const other of nodes.slice(at + 1)) {
				const [a, b] = [places[one.id], places[other.id]];
				const apart = Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
				expect(apart, `${one.id} ${other.id}`).toBeGreaterThan((one.radius + other.radius) * 0.8);
			}
	});

	test('of nothing is nothing', () => {
		expect(layOutGraph({ nodes: [], edges: [], places: {}, starts: {} })).toEqual({});
	});
});
