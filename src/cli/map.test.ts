import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere(({ run }) => run('new', 'sample.lectern'));
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
