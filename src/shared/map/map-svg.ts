import type { GeoBounds } from '../domain/map.ts';
import { labelHeightPx } from '../graph/labels.ts';
import { message } from '../messages/messages.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { type BaseMap, baseMapSource, type DrawnShape, worldFrame } from './base-map.ts';
import {
	boundsInSight,
	fittedSight,
	labelsInSight,
	type MapRoom,
	type MapScene,
	type MapSight,
	marksInSight,
	wholeSight,
} from './map-scene.ts';
import { markWords } from './map-table.ts';
import { meets } from './plane.ts';
import { graticule, scaleBar } from './scale-bar.ts';

export interface MapSvgOptions {
	title: string;
	scene: MapScene;
	base: BaseMap;
	hasBorders: boolean;
	/** What has to be in sight; everything unless given. */
	bounds?: GeoBounds | undefined;
}

const room: MapRoom = { widthPx: 1200, heightPx: 800 };
const headPx = 60;
const footPx = 36;

/** A picture, and how many places have a mark in it. */
export interface MapSvg {
	text: string;
	placeCount: number;
}

/** The picture as one SVG; every mark says what it is, and borders say who drew them. In the colours of paper. */
export function mapSvg({ title, scene, base, hasBorders, bounds }: MapSvgOptions): MapSvg {
	const { widthPx, heightPx } = room;
	const sight = bounds ? fittedSight(bounds, scene.plane, room) : wholeSight(scene, room);
	const seen = marksInSight(scene, sight, room);
	const view = boundsInSight(sight, room);
	const paths = (shapes: readonly DrawnShape[], className: string) =>
		shapes.filter(({ bounds }) => meets(bounds, view)).map(({ path }) => `<path class="${className}" d="${path}"/>`);
	const bar = scaleBar(scene.plane, sight);
	const frame = worldFrame(scene.plane);
	const all = headPx + heightPx + footPx;
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
		...graticule(scene.plane, sight, room).map(({ isParallel, atPx, words }) =>
			isParallel
				? `<path class="degree" d="M0 ${round(atPx)}H${widthPx}"/><text class="small" x="4" y="${round(atPx - 3)}">${escapeXml(words)}</text>`
				: `<path class="degree" d="M${round(atPx)} 0V${heightPx}"/><text class="small" x="${round(atPx + 3)}" y="12">${escapeXml(words)}</text>`,
		),
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
		'</svg>',
	].join('\n')}\n`;
	return { text, placeCount: new Set(seen.map(({ mark }) => mark.place.id)).size };
}

/** Where the plane's own units come to lie in the picture, as a transform of SVG. */
export function basePlacing({ x, y, scale }: MapSight, { widthPx, heightPx }: MapRoom): string {
	return `translate(${widthPx / 2 - x * scale} ${heightPx / 2 - y * scale}) scale(${scale})`;
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
	'.bar{stroke:#211c17;stroke-width:1.5}',
].join('');

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
