import type { NameId } from '#shared/domain/ids.ts';
import type { MapPlace } from '#shared/domain/map.ts';
import { drawLayer } from '#shared/map/draw-layer.ts';
import {
	boundsInSight,
	groundOf,
	labelsInSight,
	type MapRoom,
	makeMapScene,
	marksInSight,
	wholeSight,
} from '#shared/map/map-scene.ts';
import { meets } from '#shared/map/plane.ts';
import { type LayerFeature, readGeoJson } from '#shared/map/read-geojson.ts';
import { randomFrom } from '../../e2e/fixtures/random.ts';
import { median, percentile } from '../figures/distribution.ts';
import { printAim, printTable } from '../figures/print.ts';

const placeCount = 2000;
const positionCount = 100_000;
const pointsPerLine = 20;
const frames = 60;
const room: MapRoom = { widthPx: 1400, heightPx: 800 };

/** Prints what the map computes for 2,000 places and a layer of 100,000 positions: before it is drawn, and with each frame. */
export function measureMap(): void {
	const random = randomFrom(7);
	const places = artificialPlaces(random);
	const ground = groundOf(places.flatMap(({ coordinates }) => coordinates));
	const bytes = new TextEncoder().encode(artificialLayer(random));
	const scene = timed(() => makeMapScene(places, ground));
	const read = timed(() => readGeoJson(bytes));
	const drawn = timed(() => drawLayer(read.value, ground.plane));
	const whole = wholeSight(ground, room);
	let elements = 0;
	const times = Array.from({ length: frames }, (_, frame) => {
		const sight = { ...whole, scale: whole.scale * 1.1 ** (frame % 30) };
		return timed(() => {
			const seen = marksInSight(scene.value, sight, room);
			labelsInSight(seen, room);
			const view = boundsInSight(sight, room);
			const { areas, lines, points } = drawn.value;
			elements = Math.max(elements, [...areas, ...lines, ...points].filter(({ bounds }) => meets(bounds, view)).length);
		}).ms;
	});
	printTable(
		[`${placeCount} places, ${positionCount} positions`, 'p50 ms', 'p95 ms'],
		[
			['marks of the places', scene.ms.toFixed(1), ''],
			[`a layer read (${(bytes.length / 1e6).toFixed(1)} MB)`, read.ms.toFixed(1), ''],
			['the layer made into paths', drawn.ms.toFixed(1), ''],
			['a frame of zooming', median(times).toFixed(1), percentile(times, 0.95).toFixed(1)],
		],
	);
	printAim(`no figure of its own yet; the layer is ${elements} elements at most, of ${shapeCount(read.value)} shapes`);
}

function artificialPlaces(random: () => number): MapPlace[] {
	return Array.from(
		{ length: placeCount },
		(_, at): MapPlace => ({
			id: `place-${at}` as NameId,
			kind: 'place',
			label: `Artificial place ${at}`,
			forms: [],
			coordinates: [{ latitude: 38 + 5 * random(), longitude: 43 + 6 * random(), uncertaintyM: null, source: '' }],
			eventIds: [],
		}),
	);
}

/** Lines of some kilometres, all over the same ground. */
export function artificialLayer(random: () => number): string {
	const features = Array.from({ length: positionCount / pointsPerLine }, () => {
		let [longitude, latitude] = [43 + 6 * random(), 38 + 5 * random()];
		const coordinates = Array.from({ length: pointsPerLine }, () => {
			longitude += (random() - 0.5) / 50;
			latitude += (random() - 0.5) / 50;
			return [longitude, latitude];
		});
		return { type: 'Feature', properties: null, geometry: { type: 'LineString', coordinates } };
	});
	return JSON.stringify({ type: 'FeatureCollection', features });
}

function shapeCount(features: readonly LayerFeature[]): number {
	return features.length;
}

function timed<T>(work: () => T): { value: T; ms: number } {
	const started = performance.now();
	const value = work();
	return { value, ms: performance.now() - started };
}
