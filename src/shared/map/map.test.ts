import fc from 'fast-check';
import { expect, test } from 'vitest';
import atlasJson from 'world-atlas/countries-50m.json?raw';
import type { ArchiveEvent } from '../domain/event.ts';
import type { EventId, NameId, RecordId, Sha256 } from '../domain/ids.ts';
import type { ExportedLayer, ExportedPicture } from '../domain/map.ts';
import { type Name, type NameForm, scriptOfForm } from '../domain/name.ts';
import type { PlaceCoordinates } from '../domain/place-coordinates.ts';
import { drawArea, drawBaseMap, type WorldAtlas } from './base-map.ts';
import { mapGeoJson } from './map-geojson.ts';
import { placesOf, yearCounts } from './map-places.ts';
import {
	boundsInSight,
	degreesInSight,
	fittedSight,
	groundOf,
	labelsInSight,
	makeMapScene,
	marksInSight,
	sightInDegrees,
	sightInPlane,
	wholeSight,
} from './map-scene.ts';
import { mapSvg } from './map-svg.ts';
import { placeRow } from './map-table.ts';
import { graticule, scaleBar } from './scale-bar.ts';
import { suggestCoordinates } from './suggest-coordinates.ts';

const form = (text: string, language: string, kind: NameForm['kind'] = 'main'): NameForm => ({
	...{ text, language, kind, script: scriptOfForm(text), source: '' },
});
const at = (latitude: number, longitude: number, source = ''): PlaceCoordinates => ({
	...{ latitude, longitude, uncertaintyM: null, source },
});
function place(id: string, forms: NameForm[], coordinates: PlaceCoordinates[] = []): Name {
	const own = { id: id as NameId, kind: 'place' as const, forms, coordinates };
	return { ...own, description: '', source: '', identifiers: [], revision: 1 };
}
function event(id: string, edtf: string, ...placeIds: string[]): ArchiveEvent {
	return {
		...{ id: id as EventId, title: `Sample ${id}`, kind: '', edtf, dateWords: '', inferred: '', duration: '' },
		...{ description: '', source: '', placeIds: placeIds as NameId[], participantIds: [], relations: [] },
		...{ recordIds: [], disputingRecordIds: [], sameEventIds: [], revision: 1 },
	};
}
const alpha = place('a', [form('Alpha', 'en'), form('Альфа', 'ru'), form('Omega', 'fr')], [at(40, 44), at(41, 45)]);
const beta = place('b', [form('Beta', 'en')]);
const gamma = place('c', [form('Gamma', 'en')], [at(-10, -20)]);
const names = [alpha, beta, gamma];
const events = [event('1', '1990', 'b'), event('2', '1991/1993', 'b', 'c'), event('3', '', 'a')];
const english = { labels: '', language: 'en' } as const;
const room = { widthPx: 800, heightPx: 600 };
const groundFor = (list: readonly Name[]) => groundOf(list.flatMap(({ coordinates }) => coordinates));

test('every place is listed, those without coordinates too; years leave those where something may have been', () => {
	const all = placesOf({ names, events }, english, {});
	expect(all.map(({ label, eventIds }) => [label, eventIds.length])).toEqual([
		['Beta', 2],
		['Alpha', 1],
		['Gamma', 1],
	]);
	expect(all.map((one) => placeRow(one).where)).toEqual(['not stated', '40, 44; 41, 45', '-10, -20']);
	const some = placesOf({ names, events }, english, { fromYear: 1993 });
	expect(some.map(({ label }) => label)).toEqual(['Beta', 'Gamma']);
	expect(yearCounts(events).map(({ year, count }) => `${year} ${count}`)).toEqual([
		'1990 1',
		'1991 1',
		'1992 1',
		'1993 1',
	]);
});

test('the archive says which form labels; no other is lost', () => {
	const labelled = (labels: string) => placesOf({ names: [alpha], events }, { labels, language: 'en' }, {})[0];
	expect(labelled('')?.label).toBe('Alpha');
	expect(labelled('ru')?.label).toBe('Альфа');
	expect(labelled('all')?.label).toBe('Alpha · Альфа · Omega');
	expect(placeRow(labelled('ru') as never).forms).toBe('Alpha · Omega');
});

test('picture, file and list say the same', () => {
	const places = placesOf({ names, events }, english, {});
	const scene = makeMapScene(places, groundFor(names));
	const sight = wholeSight(scene, room);
	const marks = marksInSight(scene, sight, room);
	const listed = places.flatMap(({ id, coordinates }) => coordinates.map((_, index) => `${id} ${index}`));
	expect(marks.map(({ mark }) => mark.id)).toEqual(listed);
	const { text: svg, placeCount } = mapSvg({
		title: 'Sample <map>',
		scene,
		base: { land: [], borders: [] },
		hasBorders: false,
	});
	expect(placeCount).toBe(2);
	expect(svg.match(/class="place"/g)).toHaveLength(listed.length);
	expect(svg).toContain('<title>Alpha · Альфа · Omega: 1 event</title>');
	expect(svg).toContain('borders not drawn');
	const data = JSON.parse(mapGeoJson(places, events)) as {
		features: { geometry: unknown; properties: { name: string } }[];
	};
	expect(data.features.map(({ properties, geometry }) => [properties.name, geometry !== null])).toEqual([
		['Beta', false],
		['Alpha', true],
		['Alpha', true],
		['Gamma', true],
	]);
});

test('what is in sight stays there when other places are shown or placed, and is in the exported picture', () => {
	const shown = (list: readonly Name[], fromYear: number | null) =>
		makeMapScene(placesOf({ names: list, events }, english, { fromYear }), groundFor(list));
	expect(shown(names, 1993)).toMatchObject(groundFor(names));
	const [before, after] = [shown(names, null), shown([...names, place('d', [], [at(80, 100)])], null)];
	expect(after.plane).not.toEqual(before.plane);
	const kept = { latitude: 40.5, longitude: 44.5, scale: 300 };
	for (const { plane } of [before, after]) {
		const sight = sightInPlane(kept, plane);
		const back = sightInDegrees(sight, plane);
		expect([back.latitude, back.longitude, back.scale]).toEqual([40.5, expect.closeTo(44.5), 300]);
		const bounds = degreesInSight(sight, room, plane);
		const page = degreesInSight(
			fittedSight(bounds, plane, { widthPx: 1200, heightPx: 800 }),
			{ widthPx: 1200, heightPx: 800 },
			plane,
		);
		expect(page.west).toBeLessThanOrEqual(bounds.west + 1e-9);
		expect(page.east).toBeGreaterThanOrEqual(bounds.east - 1e-9);
		expect([page.south, page.north]).toEqual([expect.closeTo(bounds.south), expect.closeTo(bounds.north)]);
	}
	const bounds = { west: 43.5, east: 45.5, south: 39.5, north: 41.5 };
	const base = { land: [], borders: [] };
	expect(mapSvg({ title: '', scene: before, base, hasBorders: false, bounds }).placeCount).toBe(1);
});

test('a place that may be far off is in sight as long as where it may be is', () => {
	const vague = place('v', [form('Vague', 'en')], [{ ...at(0, 0), uncertaintyM: 300_000 }]);
	const scene = makeMapScene(placesOf({ names: [vague], events }, english, {}), groundFor([vague]));
	const seenFrom = (x: number) => marksInSight(scene, { x, y: 0, scale: 400 }, room).length;
	expect([seenFrom(3), seenFrom(4)]).toEqual([1, 0]);
});

test('borders are in the picture only when they are asked for, with who drew them', () => {
	const scene = makeMapScene(placesOf({ names, events }, english, {}), groundFor(names));
	const line = drawArea(
		[
			[
				[0, 0],
				[1, 1],
				[0, 1],
				[0, 0],
			],
		],
		scene.plane,
	);
	const draw = (hasBorders: boolean) =>
		mapSvg({ title: 'Sample', scene, base: { land: [line], borders: [line] }, hasBorders }).text;
	expect(draw(false)).not.toContain('class="border"');
	expect(draw(true)).toMatch(/class="border".*Natural Earth 4\.1\.0 \(2018\)/s);
});

test('layers lie below the marks, as far as they are seen through, and are said to be a source', () => {
	const scene = makeMapScene(placesOf({ names, events }, english, {}), groundFor(names));
	const shapes = { frame: null, areas: [], lines: ['M44 -40L45 -41'], points: ['M44 -40h0'] };
	const frame = { west: 40, east: 50, south: 30, north: 45 };
	const text = mapSvg({
		...{ title: 'Sample', scene, base: { land: [], borders: [] }, hasBorders: false },
		layers: [
			{ ...layerOf('Sample <lines>'), opacity: 0.5, shapes: [shapes] },
			{ ...layerOf('Sample tiles'), opacity: 1, shapes: [{ ...shapes, frame }], pictures: [scan] },
		],
	}).text;
	expect(text).toContain('<g opacity="0.5"><title>Sample &lt;lines&gt;</title><path class="line" d="M44 -40L45 -41"/>');
	expect(text).toContain('<svg x="40" y="-45" width="10" height="15" viewBox="40 -45 10 15"');
	expect(text).toContain('width="2" height="4" preserveAspectRatio="none" href="data:image/png;base64,AAAA"');
	expect(text).toContain('<g transform="matrix(1 0 0 3 5 6)"><svg y="2" width="2" height="2" viewBox="0 2 2 2">');
	expect(text).toContain('>Layers: Sample &lt;lines&gt; · Sample tiles</text>');
	const places = ['<image', '<title>Sample tiles', 'class="place"'].map((part) => text.indexOf(part));
	expect(places).toEqual(places.toSorted((one, other) => one - other));
	expect(places).not.toContain(-1);
});

const scan: ExportedPicture = {
	...{ mediaType: 'image/png', bytes: 'AAAA', widthPx: 2, heightPx: 4 },
	parts: [{ fromRow: 2, toRow: 4, matrix: [1, 0, 0, 3, 5, 6] }],
};

function layerOf(title: string): ExportedLayer & { title: string } {
	const recordId = '01900000-0000-7000-8000-000000000001' as RecordId;
	return { title, recordId, sha256: 'f'.repeat(64) as Sha256, opacity: 1, shapes: [], pictures: [] };
}

test('wherever places lie all are in sight, and no labels overlap', () => {
	const degrees = (most: number) => fc.integer({ min: -most, max: most });
	const points = fc.array(fc.record({ latitude: degrees(89), longitude: degrees(179) }), {
		minLength: 1,
		maxLength: 40,
	});
	fc.assert(
		fc.property(points, (list) => {
			const many = list.map(({ latitude, longitude }, index) =>
				place(`n${index}`, [form(`Sample place ${index}`, 'en')], [at(latitude, longitude)]),
			);
			const scene = makeMapScene(placesOf({ names: many, events: [] }, english, {}), groundFor(many));
			const sight = wholeSight(scene, room);
			const seen = marksInSight(scene, sight, room);
			expect(seen).toHaveLength(list.length);
			const labels = labelsInSight(seen, room);
			for (const one of labels)
				for (const other of labels) {
					const isApart =
						Math.abs(one.top - other.top) >= 16 ||
						one.left >= other.left + other.widthPx ||
						other.left >= one.left + one.widthPx;
					expect(one === other || isApart).toBe(true);
				}
		}),
		{ numRuns: 40 },
	);
});

test('scale bar and graticule are round, true and never crowded', () => {
	const scene = makeMapScene(placesOf({ names: [alpha], events }, english, {}), groundFor([alpha]));
	const scales = fc.double({ min: 0.5, max: 40_000, noNaN: true });
	fc.assert(
		fc.property(scales, (scale) => {
			const sight = { x: 30, y: -40.5, scale };
			const bar = scaleBar(scene.plane, sight);
			expect(bar.words).toMatch(/^[125][0,]* k?m$/);
			expect(bar.widthPx).toBeGreaterThan(50);
			expect(bar.widthPx).toBeLessThanOrEqual(130.001);
			const lines = graticule(scene.plane, sight, room);
			expect(lines.length).toBeLessThan(18);
			expect(new Set(lines.map(({ isParallel, words }) => `${isParallel} ${words}`)).size).toBe(lines.length);
		}),
	);
	const { left, right } = boundsInSight({ x: 0, y: 0, scale: 100 }, room);
	expect([left, right]).toEqual([-4, 4]);
});

test('points are suggested by every form, in other scripts too, and only where the whole name is one', async () => {
	const feature = (name: string, longitude: number) => ({
		geometry: { type: 'Point' as const, coordinates: [longitude, 10] },
		names: [name],
	});
	const layer = (source: string, ...features: ReturnType<typeof feature>[]) => ({ features, source });
	const found = await suggestCoordinates(
		[
			layer(
				'Sample layer',
				feature('Альфа', 1),
				feature('Gamma River', 2),
				feature('Beta', 3),
				feature('BETA', 4),
				feature('Delta', 5),
			),
		],
		names,
	);
	const lines = found.map(({ nameId, featureName, isOnlyOne }) => `${nameId} ${featureName} ${isOnlyOne}`);
	expect(lines.toSorted()).toEqual(['a Альфа true', 'b BETA false', 'b Beta false']);
	expect(found[0]?.coordinates).toMatchObject({ latitude: 10, source: 'Sample layer' });
	const two = [
		layer('One', feature('Alpha', 1), feature('Gamma', 3)),
		layer('Other', feature('Alpha', 2), feature('Gamma', 3)),
	];
	const joined = await suggestCoordinates(two, names);
	const told = joined.map(({ nameId, coordinates, isOnlyOne }) => `${nameId} ${coordinates.source} ${isOnlyOne}`);
	expect(told.toSorted()).toEqual(['a One false', 'a Other false', 'c One true']);
	const stated = place('a', alpha.forms, [at(10, 1)]);
	expect(await suggestCoordinates([layer('', feature('Alpha', 1))], [stated])).toEqual([]);
});

test('land beyond the 180th meridian is at both edges of the map, and no line runs across it', () => {
	const { land } = drawBaseMap(JSON.parse(atlasJson) as WorldAtlas, { parallel: 0, perLongitude: 1 });
	const steps = land.flatMap(({ path }) =>
		path.split(/(?=M)/).flatMap((ring) => {
			const points = [...ring.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
			return points.map((to, at) => ({ from: points[at - 1] ?? to, to }));
		}),
	);
	const long = steps.filter(({ from, to }) => Math.abs(to.x - from.x) > 180);
	// Antarctica is closed along the pole.
	expect(long.every(({ from, to }) => from.y === 90 && to.y === 90)).toBe(true);
	const crossing = land.filter(({ bounds }) => bounds.right > 180);
	expect(crossing.length).toBeGreaterThan(0);
	for (const { bounds } of crossing)
		expect(land.some(({ bounds: other }) => Math.abs(other.right + 360 - bounds.right) < 0.001)).toBe(true);
});
