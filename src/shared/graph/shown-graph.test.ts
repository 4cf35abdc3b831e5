import { describe, expect, test } from 'vitest';
import { graphSvg } from './graph-svg.ts';
import { linkGroups } from './graph-table.ts';
import { layOutGraph } from './lay-out-graph.ts';
import { makeScene, radiusOf } from './scene.ts';
import { mostMarks, type ShownGraph, type ShownOptions, showGraph } from './shown-graph.ts';
import { artificialGraph } from './testing/artificial-graph.ts';

const graph = artificialGraph(60, 120);
const show = (options: Partial<ShownOptions> = {}) =>
	showGraph(graph, { groupBy: 'kind', folded: new Set(), collections: [], ...options });

function placesOf(shown: ShownGraph) {
	const nodes = shown.nodes.map((node) => ({ id: node.id, groupKey: node.groupKey, radius: radiusOf(node) }));
	return layOutGraph({ nodes, edges: shown.edges, places: {}, starts: {} });
}

describe('what is shown', () => {
	test.each([
		['everything', new Set<string>()],
		['a folded group', new Set(['kind:record'])],
		[
			'folded groups alone',
			new Set(['record', 'passage', 'claim', 'note', 'name', 'event'].map((kind) => `kind:${kind}`)),
		],
	])('is the same on the picture, in its file and in the table: %s', (_, folded) => {
		const shown = show({ folded });
		const places = placesOf(shown);
		const scene = makeScene(shown, places);
		expect(scene.nodes.map(({ id }) => id).toSorted()).toEqual(shown.nodes.map(({ id }) => id).toSorted());
		const inTable = shown.nodes.flatMap(({ id }) =>
			linkGroups(shown, id).flatMap(({ rows }) => rows.map(({ line, other }) => `${id} ${line.id} ${other.id}`)),
		);
		const onPicture = scene.edges.flatMap(({ id, fromId, toId }) => [
			`${fromId} ${id} ${toId}`,
			`${toId} ${id} ${fromId}`,
		]);
		expect(inTable.toSorted()).toEqual(onPicture.toSorted());
		for (const { id, degree } of shown.nodes)
			expect(linkGroups(shown, id).reduce((sum, { rows }) => sum + rows.length, 0)).toBe(degree);
		const svg = graphSvg({ title: 'Sample', graph: shown, places });
		for (const { title } of shown.nodes) expect(svg).toContain(`<title>${title} · `);
		expect(svg.match(/<path class="edge \w+" d="M-?[\d.]+ -?[\d.]+[LQ]/g)).toHaveLength(shown.edges.length);
	});

	test('stands for every thing, and every link that does not stay within one mark', () => {
		const shown = show({ folded: new Set(['kind:record', 'kind:event']) });
		expect(shown.nodes.reduce((sum, { count }) => sum + count, 0)).toBe(60);
		const between = graph.edges.filter(({ fromId, toId }) => shown.markOf.get(fromId) !== shown.markOf.get(toId));
		expect(shown.edges.flatMap(({ edges }) => edges)).toHaveLength(between.length);
	});

	test('is folded by itself only where it could not be read', () => {
		expect(show({ folded: null }).nodes).toHaveLength(60);
		const large = showGraph(artificialGraph(9000, 100), { groupBy: 'kind', folded: null, collections: [] });
		expect(large.nodes.length).toBeLessThanOrEqual(mostMarks);
		expect(large.groups.some(({ isFolded }) => !isFolded)).toBe(true);
	});
});
