import { fittedLines, textWidth } from '../chronology/fitted-text.ts';
import type { GraphPoint } from '../domain/graph.ts';
import { message } from '../messages/messages.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { edgeFamilies, edgeStyles } from './edge-styles.ts';
import { familyWords, legendWords, relationWords, typeWords } from './graph-words.ts';
import { labelHeightPx, longestLabelPx, mostNeededLabels, placeLabels } from './labels.ts';
import { nodeColours, nodePath } from './node-shapes.ts';
import { arrowCorners, makeScene, type Scene, type SceneEdge } from './scene.ts';
import type { ShownGraph } from './shown-graph.ts';

export interface GraphSvgOptions {
	title: string;
	graph: ShownGraph;
	places: Readonly<Record<string, GraphPoint>>;
}

const [leastWidthPx, headPx, marginPx, legendRowPx] = [900, 70, 60, 22];
const labelSizePx = 12;

/** The whole picture as one SVG, with its legend; every mark and line says what it is. In the colours of paper. */
export function graphSvg({ title, graph, places }: GraphSvgOptions): string {
	const scene = makeScene(graph, places);
	const { left, top, right, bottom } = scene.bounds;
	const widthPx = Math.max(leastWidthPx, right - left + 2 * marginPx);
	const legend = legendOf(scene);
	const legendTopPx = headPx + bottom - top + 2 * marginPx;
	const heightPx = legendTopPx + legend.heightPx + marginPx;
	const shift = `translate(${round(widthPx / 2 - (left + right) / 2)} ${round(headPx + marginPx - top)})`;
	const types = new Map(
		graph.nodes.map(({ id, node, count }) => [id, node ? typeWords(node) : message('graph.things', { count })]),
	);
	return `${[
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(widthPx)} ${round(heightPx)}" width="${round(widthPx)}" height="${round(heightPx)}" role="img">`,
		`<title>${escapeXml(title)}</title><style>${style()}</style>`,
		'<rect width="100%" height="100%" fill="#fdfbf7"/>',
		text(20, 40, title, 'title'),
		`<g transform="${shift}">`,
		...scene.edges.map((edge) => edgeLine(edge, scene)),
		...scene.nodes.map(({ id, kind, radius, x, y, title: words }) => {
			const said = `<title>${escapeXml(`${words} · ${types.get(id)}`)}</title>`;
			return `<g transform="translate(${x} ${y})">${said}<path class="node ${kind}" d="${nodePath(kind, radius)}"/></g>`;
		}),
		...labels(scene),
		'</g>',
		`<g transform="translate(20 ${round(legendTopPx)})">`,
		...legend.lines,
		'</g></svg>',
	].join('\n')}\n`;
}

function edgeLine(edge: SceneEdge, { byId }: Scene): string {
	const { from, to, bend, family, relation, fromId, toId } = edge;
	const path = `M${from.x} ${from.y}${bend ? `Q${round(bend.x)} ${round(bend.y)} ` : 'L'}${to.x} ${to.y}`;
	const words = message('graph.line', {
		...{ from: byId.get(fromId)?.title ?? '', relation: relationWords(relation, 'outgoing') },
		to: byId.get(toId)?.title ?? '',
	});
	const arrow = edge.isDirected ? `<path class="arrow ${family}" d="${arrowPath(edge)}"/>` : '';
	return `<g><title>${escapeXml(words)}</title><path class="edge ${family}" d="${path}"/>${arrow}</g>`;
}

function arrowPath(edge: SceneEdge): string {
	const corners = arrowCorners(edge, (point) => point);
	return `M${corners.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

function labels({ nodes }: Scene): string[] {
	const wishes = nodes.map(({ id, x, y, radius, title }) => {
		const words = fittedLines(title, longestLabelPx, labelSizePx, 1)[0] ?? '';
		return { id, x, y, radius, text: words, widthPx: textWidth(words, labelSizePx) };
	});
	return placeLabels(wishes, wishes, undefined, mostNeededLabels).map(({ text: words, left, top }) =>
		text(left, top + labelHeightPx - 4, words, 'label'),
	);
}

/** The forms and lines that are in the picture, and no others. */
function legendOf({ nodes, edges }: Scene): { lines: string[]; heightPx: number } {
	const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort();
	const families = edgeFamilies.filter((family) => edges.some((edge) => edge.family === family));
	const rows = [
		...kinds.map((kind) => [`<path class="node ${kind}" d="${nodePath(kind, 6)}"/>`, legendWords(kind)] as const),
		...families.map((family) => [`<path class="edge ${family}" d="M-16 0h32"/>`, familyWords(family)] as const),
	];
	const perRow = 4;
	return {
		lines: rows.map(([sample, words], at) => {
			const [x, y] = [20 + (at % perRow) * 215, Math.floor(at / perRow) * legendRowPx];
			return `<g transform="translate(${x} ${y})">${sample}${text(26, 4, words, '')}</g>`;
		}),
		heightPx: Math.ceil(rows.length / perRow) * legendRowPx,
	};
}

function style(): string {
	const nodes = Object.entries(nodeColours).map(([kind, { paper }]) => `.${kind}{fill:${paper}}`);
	const edges = Object.entries(edgeStyles).map(
		([family, { dash, widthPx, paper }]) =>
			`.edge.${family}{stroke:${paper};stroke-width:${widthPx};stroke-dasharray:${dash.join(' ') || 'none'}}.arrow.${family}{fill:${paper}}`,
	);
	return [
		`text{font:${labelSizePx}px "Noto Sans",system-ui,sans-serif;fill:#211c17}`,
		'.title{font:600 20px "Noto Serif",Georgia,serif}',
		'.label{paint-order:stroke;stroke:#fdfbf7;stroke-width:3px;stroke-linejoin:round}',
		'.node{stroke:#fdfbf7;stroke-width:1}.edge{fill:none;stroke-opacity:.75}.edge{stroke-linecap:butt}',
		...nodes,
		...edges,
	].join('');
}

function text(atX: number, atY: number, words: string, className: string): string {
	const attribute = className === '' ? '' : ` class="${className}"`;
	return `<text${attribute} x="${round(atX)}" y="${round(atY)}">${escapeXml(words)}</text>`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
