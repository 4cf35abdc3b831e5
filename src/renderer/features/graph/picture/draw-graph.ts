import { type Sight, toScreen } from '#renderer/lib/picture-sight.ts';
import type { Room } from '#renderer/lib/use-room.ts';
import type { GraphPoint } from '#shared/domain/graph.ts';
import { type EdgeFamily, edgeFamilies, edgeStyles } from '#shared/graph/edge-styles.ts';
import { relationWords } from '#shared/graph/graph-words.ts';
import { type LabelWish, labelHeightPx, mostNeededLabels, placeLabels } from '#shared/graph/labels.ts';
import { type MarkKind, nodePath } from '#shared/graph/node-shapes.ts';
import { alongEdge, arrowCorners, type Scene, type SceneEdge, type SceneNode } from '#shared/graph/scene.ts';
import type { Palette } from './palette.ts';
import { type Region, shiftBetween } from './picture-shift.ts';

export interface Drawing {
	scene: Scene;
	sight: Sight;
	room: Room;
	palette: Palette;
	/** '' while nothing is chosen. */
	chosenId: string;
	/** What the pointer is over; '' while it is over nothing. */
	pointedId: string;
	/** The chosen thing and what is joined to it; null while nothing is chosen. */
	lit: ReadonlySet<string> | null;
	/** While it is being moved: what takes long to draw waits for the end. */
	isMoving: boolean;
	labelOf(node: SceneNode): { text: string; widthPx: number };
}

/**
 * More lines in sight than that are hairlines without dashes, which could not be told apart there; while they are moved
 * the fewer. Without a graphics card 6,000 dashed lines take 260 ms, wider ones 100, hairlines 8; outlines of 2,000 marks 28.
 */
const mostStyled = { atRest: 1200, moving: 250 };
/** A path of thousands of lines takes twice the time of its parts. */
const linesPerPath = 50;
const mostOutlinedMoving = 250;
/** Titles beyond that find no room, or are so many that nobody reads them. */
const mostLabels = { atRest: 400, moving: 120 };
const leastRadiusPx = 2.2;
/** Around what is chosen. */
const ring = { share: 1.3, gapPx: 5, widthPx: 2.5 };
const faded = 0.16;
const labelFont = (font: string) => `12px ${font}`;
const relationFont = (font: string) => `11px ${font}`;

/** Draws what is in sight: lines, the marks on them, then titles. */
export function drawGraph(canvas: CanvasRenderingContext2D, drawing: Drawing): void {
	const most = drawing.isMoving ? mostStyled.moving : mostStyled.atRest;
	const { edges, marks } = drawRegion(canvas, drawing, regionOf(drawing), most);
	drawLabels(
		canvas,
		marks,
		edges.filter((edge) => drawing.lit !== null && isLit(edge, drawing)),
		drawing,
	);
}

/**
 * Moves what is drawn by whole pixels and draws what comes into sight, without titles: those that were there move along,
 * and others come at rest. Gives the sight that is drawn then; null where all of it must be drawn.
 *
 * @param drawnSight of what is on the canvas, which is the same but for that
 */
export function shiftGraph(
	canvas: CanvasRenderingContext2D,
	drawing: Drawing,
	drawnSight: Sight,
	ratio: number,
): Sight | null {
	const shift = shiftBetween(drawnSight, drawing.sight, drawing.room, ratio);
	if (!shift) return null;
	const { byX, byY, sight, uncovered } = shift;
	if (uncovered.length === 0) return sight;
	const moved = { ...drawing, sight };
	canvas.globalAlpha = 1;
	canvas.drawImage(canvas.canvas, byX / ratio, byY / ratio, canvas.canvas.width / ratio, canvas.canvas.height / ratio);
	// As the lines beside them, of which there are more than in the part.
	const seen = drawing.scene.edges.filter((edge) => isSeen(edge, moved, regionOf(moved)));
	const most = seen.length > mostStyled.atRest ? 0 : mostStyled.atRest;
	for (const region of uncovered) {
		canvas.save();
		canvas.beginPath();
		canvas.rect(region.left, region.top, region.width, region.height);
		canvas.clip();
		drawRegion(canvas, moved, region, most);
		canvas.restore();
	}
	return sight;
}

function regionOf({ room: { widthPx: width, heightPx: height } }: Drawing): Region {
	return { left: 0, top: 0, width, height };
}

/** Lines and marks of a part of the picture; of more lines than `most` none has its style. */
function drawRegion(canvas: CanvasRenderingContext2D, drawing: Drawing, region: Region, most: number) {
	const { scene, palette, lit } = drawing;
	const { left, top, width, height } = region;
	canvas.globalAlpha = 1;
	canvas.fillStyle = palette.paper;
	canvas.fillRect(left, top, width, height);
	const edges = scene.edges.filter((edge) => isSeen(edge, drawing, region));
	const [others, litOnes] = [false, true].map((wanted) =>
		edges.filter((edge) => (lit !== null && isLit(edge, drawing)) === wanted),
	);
	drawEdges(canvas, others ?? [], drawing, lit ? faded : 0.6, most);
	drawEdges(canvas, litOnes ?? [], drawing, 1, most);
	const marks = scene.nodes.flatMap((node) => {
		const at = toScreen(node, drawing.sight, drawing.room);
		const radius = radiusPx(node, drawing.sight);
		const reach = node.id === drawing.chosenId ? radius * ring.share + ring.gapPx + ring.widthPx : radius + 1;
		const isOut =
			at.x < left - reach || at.y < top - reach || at.x > left + width + reach || at.y > top + height + reach;
		return isOut ? [] : [{ node, at, radius }];
	});
	drawMarks(canvas, marks, drawing);
	return { edges, marks };
}

function isLit({ fromId, toId }: SceneEdge, { chosenId }: Drawing): boolean {
	return fromId === chosenId || toId === chosenId;
}

interface Mark {
	node: SceneNode;
	at: GraphPoint;
	radius: number;
}

/** Marks grow more slowly than what is between them: near, they leave room, and far, they are still seen. */
export function radiusPx({ radius }: SceneNode, { scale }: Sight): number {
	return Math.max(leastRadiusPx, radius * Math.min(2, scale ** 0.7));
}

function isSeen({ from, to, bend }: SceneEdge, { sight, room }: Drawing, region: Region): boolean {
	const [halfWidth, halfHeight] = [region.width / 2 / sight.scale, region.height / 2 / sight.scale];
	const middleX = sight.x + (region.left - room.widthPx / 2) / sight.scale + halfWidth;
	const middleY = sight.y + (region.top - room.heightPx / 2) / sight.scale + halfHeight;
	const beyond = (one: number, other: number, third: number, middle: number, half: number) =>
		Math.max(one, other, third) < middle - half || Math.min(one, other, third) > middle + half;
	return !(
		beyond(from.x, to.x, bend?.x ?? to.x, middleX, halfWidth) ||
		beyond(from.y, to.y, bend?.y ?? to.y, middleY, halfHeight)
	);
}

/** All lines of a style together: setting one takes longer than a line. */
function drawEdges(
	canvas: CanvasRenderingContext2D,
	edges: readonly SceneEdge[],
	drawing: Drawing,
	alpha: number,
	most: number,
): void {
	const { palette } = drawing;
	const isStyled = edges.length <= most;
	const byFamily = new Map<EdgeFamily, SceneEdge[]>(edgeFamilies.map((family) => [family, []]));
	for (const edge of edges) byFamily.get(edge.family)?.push(edge);
	canvas.globalAlpha = alpha;
	for (const [family, own] of byFamily) {
		const { dash, widthPx } = edgeStyles[family];
		canvas.strokeStyle = palette.edges[family];
		canvas.fillStyle = palette.edges[family];
		canvas.lineWidth = isStyled ? widthPx + (alpha === 1 ? 0.6 : 0) : 1;
		canvas.setLineDash(isStyled ? [...dash] : []);
		for (let from = 0; from < own.length; from += linesPerPath) {
			canvas.beginPath();
			for (const edge of own.slice(from, from + linesPerPath)) traceEdge(canvas, edge, drawing);
			canvas.stroke();
		}
		if (isStyled) drawArrows(canvas, own, drawing);
	}
	canvas.setLineDash([]);
	canvas.globalAlpha = 1;
}

function traceEdge(canvas: CanvasRenderingContext2D, { from, to, bend }: SceneEdge, { sight, room }: Drawing): void {
	const [start, end] = [toScreen(from, sight, room), toScreen(to, sight, room)];
	canvas.moveTo(start.x, start.y);
	if (!bend) {
		canvas.lineTo(end.x, end.y);
		return;
	}
	const by = toScreen(bend, sight, room);
	canvas.quadraticCurveTo(by.x, by.y, end.x, end.y);
}

/** On shorter lines an arrow hides more than it says. */
const leastArrowLinePx = 36;

function drawArrows(canvas: CanvasRenderingContext2D, edges: readonly SceneEdge[], { sight, room }: Drawing): void {
	canvas.beginPath();
	for (const edge of edges) {
		if (!edge.isDirected) continue;
		const length = Math.hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y) * sight.scale;
		if (length < leastArrowLinePx) continue;
		const [tip, ...others] = arrowCorners(edge, (point) => toScreen(point, sight, room));
		if (tip) canvas.moveTo(tip.x, tip.y);
		for (const { x, y } of others) canvas.lineTo(x, y);
	}
	canvas.fill();
}

/** The forms of marks, by kind and half pixels: the same few are drawn two thousand times. */
const forms = new Map<string, Path2D>();

function formOf(kind: MarkKind, radius: number): Path2D {
	const size = Math.round(radius * 2) / 2;
	const key = `${kind} ${size}`;
	const known = forms.get(key) ?? new Path2D(nodePath(kind, size));
	forms.set(key, known);
	return known;
}

function drawMarks(canvas: CanvasRenderingContext2D, marks: readonly Mark[], drawing: Drawing): void {
	const { palette, lit, chosenId, pointedId } = drawing;
	const isOutlined = !drawing.isMoving || marks.length <= mostOutlinedMoving;
	// The least important first: the others lie on them.
	for (const { node, at, radius } of marks.toReversed()) {
		const isMarked = node.id === chosenId || node.id === pointedId;
		canvas.globalAlpha = lit && !lit.has(node.id) && !isMarked ? faded * 2 : 1;
		canvas.translate(at.x, at.y);
		const form = formOf(node.kind, radius);
		canvas.fillStyle = palette.nodes[node.kind];
		canvas.fill(form);
		if (isOutlined) {
			canvas.lineWidth = 1;
			canvas.strokeStyle = palette.paper;
			canvas.stroke(form);
		}
		if (node.id === chosenId) {
			canvas.lineWidth = ring.widthPx;
			canvas.strokeStyle = palette.chosen;
			canvas.beginPath();
			canvas.arc(0, 0, radius * ring.share + ring.gapPx, 0, 2 * Math.PI);
			canvas.stroke();
		}
		canvas.translate(-at.x, -at.y);
	}
	canvas.globalAlpha = 1;
}

/** What is chosen and what is joined to it come first, then what is important. */
function drawLabels(
	canvas: CanvasRenderingContext2D,
	marks: readonly Mark[],
	litEdges: readonly SceneEdge[],
	{ sight, room, palette, lit, chosenId, pointedId, isMoving, labelOf }: Drawing,
): void {
	const most = isMoving ? mostLabels.moving : mostLabels.atRest;
	canvas.textBaseline = 'middle';
	canvas.lineJoin = 'round';
	canvas.lineWidth = 3;
	canvas.strokeStyle = palette.paper;
	canvas.fillStyle = palette.ink;
	const rank = ({ id }: SceneNode) => (id === chosenId ? 0 : id === pointedId ? 1 : lit?.has(id) ? 2 : 3);
	const wanted = marks.filter(({ node }) => !lit || rank(node) < 3).slice(0, most);
	wanted.sort((one, other) => rank(one.node) - rank(other.node));
	canvas.font = labelFont(palette.font);
	const wishes = wanted.map(({ node, at, radius }): LabelWish => ({ id: node.id, ...at, radius, ...labelOf(node) }));
	const relations = litEdges.map((edge): LabelWish => {
		const words = relationWords(edge.relation, 'outgoing');
		const at = toScreen(alongEdge(edge, 0.5), sight, room);
		return { id: edge.id, ...at, radius: -labelHeightPx / 2 - 3, text: words, widthPx: words.length * 6.2 };
	});
	const obstacles = marks.slice(0, most).map(({ node, at, radius }) => ({ id: node.id, ...at, radius }));
	const isRelation = new Set(relations.map(({ id }) => id));
	const titles = placeLabels([...wishes, ...relations], obstacles, room.widthPx, mostNeededLabels);
	for (const { id, text, left, top, widthPx } of titles) {
		canvas.font = isRelation.has(id) ? relationFont(palette.font) : labelFont(palette.font);
		canvas.textAlign = 'center';
		canvas.strokeText(text, left + widthPx / 2, top + labelHeightPx / 2);
		canvas.fillText(text, left + widthPx / 2, top + labelHeightPx / 2);
	}
}
