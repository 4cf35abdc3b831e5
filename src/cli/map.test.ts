import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tileFile, vectorTile } from '#shared/map/testing/artificial-tiles.ts';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere(({ run }) => run('new', 'sample.lectern'));
/** A PNG. */
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const place = ['--archive', 'sample.lectern'];

test('places get coordinates, and the map is written as a picture and as data', { timeout: 120_000 }, async () => {
	await lectern.run('names', 'add', 'Rimwald', 'ru:Римвальд', '--kind', 'place', ...place);
	await lectern.run('names', 'add', 'Nowhere', '--kind', 'place', ...place);
	await lectern.run('events', 'add', 'A sample meeting', '--date', '2001', '--place', 'rimwald', ...place);
	const located = ['names', 'locate', 'rimwald', '10°30′N 20°15′E', '--source', 'sample map', '--uncertainty', '500'];
	expect(await lectern.run(...located, ...place)).toMatchObject({ status: 0, out: 'Rimwald: 10.5, 20.25\n' });
	expect(await lectern.run('names', 'locate', 'rimwald', '10.5, 20.25', ...place)).toMatchObject({ status: 2 });
	expect(await lectern.run('names', 'locate', 'rimwald', '100, 20', ...place)).toMatchObject({
		...{ status: 2, err: expect.stringContaining('no coordinates here') },
	});

	const data = JSON.parse((await lectern.run('map', '--format', 'geojson', ...place)).out);
	expect(data.features).toMatchObject([
		{
			geometry: { type: 'Point', coordinates: [20.25, 10.5] },
			properties: { name: 'Rimwald', coordinateUncertaintyInMeters: 500, georeferenceSources: 'sample map' },
		},
		{ geometry: null, properties: { name: 'Nowhere' } },
	]);
	const svg = await lectern.run('map', '--borders', '--out', 'sample.svg', ...place);
	expect(svg).toMatchObject({ status: 0, out: '', err: expect.stringContaining('1 place exported') });
	const picture = readFileSync(lectern.at('sample.svg'), 'utf8');
	expect(picture).toMatch(/class="land".*class="border".*Rimwald · Римвальд: 1 event.*Land and borders/s);
	const later = await lectern.run('map', '--format', 'geojson', '--from-year', '2002', ...place);
	expect(JSON.parse(later.out).features).toEqual([]);
});

test('layers are in the picture as the window draws them; what cannot be drawn is named', {
	timeout: 120_000,
}, async () => {
	const line = {
		type: 'LineString',
		coordinates: [
			[20, 10],
			[21, 11],
		],
	};
	writeFileSync(lectern.at('line.geojson'), JSON.stringify({ type: 'Feature', properties: {}, geometry: line }));
	const drawn = vectorTile([
		{
			kind: 'line',
			paths: [
				[
					[0, 0],
					[4096, 4096],
				],
			],
		},
	]);
	writeFileSync(lectern.at('tiles.pmtiles'), tileFile([{ z: 0, x: 0, y: 0, bytes: drawn }], 1));
	mkdirSync(lectern.at('sheet'));
	writeFileSync(lectern.at('sheet', 'scan.png'), Buffer.from(onePixel, 'base64'));
	writeFileSync(lectern.at('sheet', 'scan.pgw'), '1\n0\n0\n-1\n20\n11\n');
	await lectern.run('add', 'line.geojson', 'tiles.pmtiles', 'sheet', ...place);
	const layers = async (...options: string[]) => {
		const { status, out, err } = await lectern.run('map', ...options, ...place);
		return {
			status,
			err,
			lines: out.match(/class="line"/g)?.length ?? 0,
			scans: out.match(/<use /g)?.length ?? 0,
			out,
		};
	};
	const all = await layers();
	expect(all).toMatchObject({ status: 0, lines: 2, scans: 1, out: expect.stringMatching(/Layers: .*line.*tiles/) });
	expect(await layers('--layer', 'LINE.geojson')).toMatchObject({ status: 0, lines: 1 });
	expect(await layers('--layer', 'scan')).toMatchObject({ status: 0, lines: 0, scans: 1 });
	expect(await layers('--no-layers')).toMatchObject({ status: 0, lines: 0, scans: 0 });
	expect(await layers('--layer', 'nowhere')).toMatchObject({ status: 2, err: expect.stringContaining('nowhere') });

	writeFileSync(lectern.at('broken.geojson'), '{"type": "Feature", "geometry": [');
	await lectern.run('add', 'broken.geojson', ...place);
	expect(await layers()).toMatchObject({ status: 1, lines: 2, err: expect.stringMatching(/broken.*not shown/) });
});
