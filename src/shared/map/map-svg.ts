import { fittedLines } from '../chronology/fitted-text.ts';
import type { ExportedLayer, ExportedPicture, GeoBounds } from '../domain/map.ts';
import { labelHeightPx } from '../graph/labels.ts';
import { message } from '../messages/messages.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { type BaseMap, baseMapSource, type DrawnShape, worldFrame } from './base-map.ts';
import {
	boundsInSight,
	fittedSight,
	labelsInSight,
	type MapGround,
	type MapRoom,
	type MapScene,
	type MapSight,
	marksInSight,
	wholeSight,
} from './map-scene.ts';
import { markWords } from './map-table.ts';
import { meets, type Plane } from './plane.ts';
import { graticule, scaleBar } from './scale-bar.ts';

export interface MapSvgOptions {
	title: string;
	scene: MapScene;
	base: BaseMap;
	hasBorders: boolean;
	/** What has to be in sight; everything unless given. */
	bounds?: GeoBounds | undefined;
	/** The first lowest. */
	layers?: readonly (ExportedLayer & { title: string })[];
}

export const exportedRoom: MapRoom = { widthPx: 1200, heightPx: 800 };
const headPx = 60;
const [footPx, footLinePx] = [36, 16];
const longestLayersPx = 1160;
const mostLayerLines = 3;

/** A picture, and how many places have a mark in it. */
export interface MapSvg {
	text: string;
	placeCount: number;
}

/** The picture as one SVG; every mark says what it is, and borders say who drew them. In the colours of paper. */
export function mapSvg({ title, scene, base, hasBorders, bounds, layers = [] }: MapSvgOptions): MapSvg {
	const room = exportedRoom;
	const { widthPx, heightPx } = room;
	const sight = exportedSight(scene, bounds);
	const seen = marksInSight(scene, sight, room);
	const view = boundsInSight(sight, room);
	const paths = (shapes: readonly DrawnShape[], className: string) =>
		shapes.filter(({ bounds }) => meets(bounds, view)).map(({ path }) => `<path class="${className}" d="${path}"/>`);
	const bar = scaleBar(scene.plane, sight);
	const frame = worldFrame(scene.plane);
	const layerLines = layers.length === 0 ? [] : fittedLines(layerWords(layers), longestLayersPx, 11, mostLayerLines);
	const all = headPx + heightPx + footPx + layerLines.length * footLinePx;
	const text = `${[
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${all}" width="${widthPx}" height="${all}" role="img">`,
		`<title>${escapeXml(title)}</title><style>${style}</style>`,
		'<rect width="100%" height="100%" fill="#fdfbf7"/>',
		`<text class="title" x="20" y="38">${escapeXml(title)}</text>`,
		`<svg x="0" y="${headPx}" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">`,
		`<rect width="${widthPx}" height="${heightPx}" fill="#e6edf0"/>`,
		`<clipPath id="world"><rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}"/></clipPath>`,
		`<g transform="${basePlacing(sight, room)}" clip-path="url(#world)">`,
		...paths(base.land, 'land'),
		...(hasBorders ? paths(base.borders, 'border') : []),
		'</g>',
		...layers.flatMap(({ pictures, opacity }, at) =>
			pictures.map((picture, of) => pictureMarkup(picture, `picture-${at}-${of}`, opacity)),
		),
		...graticule(scene.plane, sight, room).map(({ isParallel, atPx, words }) =>
			isParallel
				? `<path class="degree" d="M0 ${round(atPx)}H${widthPx}"/><text class="small" x="4" y="${round(atPx - 3)}">${escapeXml(words)}</text>`
				: `<path class="degree" d="M${round(atPx)} 0V${heightPx}"/><text class="small" x="${round(atPx + 3)}" y="12">${escapeXml(words)}</text>`,
		),
		`<g transform="${degreePlacing(scene.plane, sight, room)}">`,
		...layers.map(layerMarkup),
		'</g>',
		...seen.map(({ mark, x, y, uncertaintyPx }) => {
			const ring = uncertaintyPx > mark.radiusPx ? `<circle class="uncertain" r="${round(uncertaintyPx)}"/>` : '';
			const words = `<title>${escapeXml(markWords(mark.place))}</title>`;
			return `<g transform="translate(${round(x)} ${round(y)})">${words}${ring}<circle class="place" r="${round(mark.radiusPx)}"/></g>`;
		}),
		...labelsInSight(seen, room).map(
			({ text, left, top }) =>
				`<text class="label" x="${round(left)}" y="${round(top + labelHeightPx - 4)}">${escapeXml(text)}</text>`,
		),
		'</svg>',
		`<g transform="translate(20 ${headPx + heightPx + 20})"><path class="bar" d="M0 -4v4h${round(bar.widthPx)}v-4"/><text class="small" x="${round(bar.widthPx + 8)}" y="2">${escapeXml(bar.words)}</text></g>`,
		`<text class="small" x="${widthPx - 20}" y="${headPx + heightPx + 22}" text-anchor="end">${escapeXml(sourceWords(hasBorders))}</text>`,
		...layerLines.map(
			(line, at) =>
				`<text class="small" x="20" y="${headPx + heightPx + footPx + 4 + at * footLinePx}">${escapeXml(line)}</text>`,
		),
		'</svg>',
	].join('\n')}\n`;
	return { text, placeCount: new Set(seen.map(({ mark }) => mark.place.id)).size };
}

/** Where the plane's own units come to lie in the picture, as a transform of SVG. */
export function basePlacing({ x, y, scale }: MapSight, { widthPx, heightPx }: MapRoom): string {
	return `translate(${widthPx / 2 - x * scale} ${heightPx / 2 - y * scale}) scale(${scale})`;
}

/** The same for what is drawn in degrees. */
export function degreePlacing({ perLongitude }: Plane, sight: MapSight, room: MapRoom): string {
	return `${basePlacing(sight, room)} scale(${perLongitude} 1)`;
}

/** What an exported picture shows. */
export function exportedSight(ground: MapGround, bounds: GeoBounds | undefined): MapSight {
	return bounds ? fittedSight(bounds, ground.plane, exportedRoom) : wholeSight(ground, exportedRoom);
}

/** A file whose shapes are on the picture is a source of it. */
function layerWords(layers: readonly { title: string }[]): string {
	return message('map.source.layers', { titles: layers.map(({ title }) => title).join(' · ') });
}

/** Each of its parts is cut out of the same picture, which is in the file once. */
function pictureMarkup({ mediaType, bytes, widthPx, heightPx, parts }: ExportedPicture, id: string, opacity: number) {
	const image = `<image id="${id}" width="${widthPx}" height="${heightPx}" preserveAspectRatio="none" href="data:${mediaType};base64,${bytes}"/>`;
	const cut = parts.map(({ fromRow, toRow, matrix }) => {
		const box = `0 ${fromRow} ${widthPx} ${toRow - fromRow}`;
		return `<g transform="matrix(${matrix.join(' ')})"><svg y="${fromRow}" width="${widthPx}" height="${toRow - fromRow}" viewBox="${box}"><use href="#${id}"/></svg></g>`;
	});
	return `<defs>${image}</defs><g opacity="${opacity}">${cut.join('')}</g>`;
}

function layerMarkup({ title, opacity, shapes }: ExportedLayer & { title: string }): string {
	const paths = (all: readonly string[], className: string) =>
		all.map((path) => `<path class="${className}" d="${path}"/>`).join('');
	const parts = shapes.map(({ frame, areas, lines, points }) => {
		const drawn = `${paths(areas, 'area')}${paths(lines, 'line')}`;
		return `${frame ? framed(drawn, frame) : drawn}${paths(points, 'point')}`;
	});
	return `<g opacity="${opacity}"><title>${escapeXml(title)}</title>${parts.join('')}</g>`;
}

function framed(drawn: string, { west, north, east, south }: GeoBounds): string {
	const box = `${west} ${-north} ${east - west} ${north - south}`;
	const [x, y, width, height] = box.split(' ');
	return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}" preserveAspectRatio="none" overflow="hidden">${drawn}</svg>`;
}

/** Who drew the land, and the borders where they are shown, when, and how roughly. */
export function sourceWords(hasBorders: boolean): string {
	return message(hasBorders ? 'map.source.borders' : 'map.source.land', baseMapSource);
}

const style = [
	'text{font:12px "Noto Sans",system-ui,sans-serif;fill:#211c17}',
	'.title{font:600 20px "Noto Serif",Georgia,serif}.small{font-size:11px;fill:#5c5348}',
	'.label{paint-order:stroke;stroke:#fdfbf7;stroke-width:3px;stroke-linejoin:round}',
	'path{fill:none;vector-effect:non-scaling-stroke}.land{fill:#f4efe4;stroke:#b5ab99;stroke-width:.8}',
	'.border{stroke:#8a7f70;stroke-width:1;stroke-dasharray:4 3}.degree{stroke:#211c17;stroke-opacity:.12}',
	'.place{fill:#8c2f39;fill-opacity:.85;stroke:#fdfbf7}.uncertain{fill:#8c2f39;fill-opacity:.1;stroke:#8c2f39;stroke-dasharray:3 3}',
	'.area{fill:#2f6b3a;fill-opacity:.16;stroke:#2f6b3a;stroke-width:1.5}.line{stroke:#2f6b3a;stroke-width:2}.point{stroke:#2f6b3a;stroke-width:7;stroke-linecap:square}',
	'.bar{stroke:#211c17;stroke-width:1.5}',
].join('');

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
