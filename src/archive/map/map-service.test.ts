import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { HeldPicture, ScanCorners } from '#shared/domain/map.ts';

const makeFolder = temporaryFolders();
const archives = archivesOnDisk();

interface Held {
	recordId: RecordId;
	sha256: Sha256;
}

const geoJson = (x: number) => JSON.stringify({ type: 'Point', coordinates: [x, 0] });

test('layers are the GeoJSON files of records: one that is held twice once, told apart by name where there are several', async () => {
	const folder = makeFolder();
	mkdirSync(join(folder, 'b'));
	const at = (name: string) => join(folder, name);
	for (const [number, name] of ['b/one.geojson', 'b/two.GeoJSON', 'alone.geojson', 'gone.geojson'].entries())
		writeFileSync(at(name), geoJson(number));
	writeFileSync(at('words.txt'), 'No layer');
	const archive = archives.create(at('sample.lectern'));
	const items = await archives.add(
		archive,
		...['b/one.geojson', 'b/two.GeoJSON', 'alone.geojson', 'gone.geojson', 'words.txt'].map(at),
	);
	const { records, map } = archive.services;
	const [one, two, , gone] = items.map(({ recordId, sha256 }) => ({
		recordId: recordId as RecordId,
		sha256: sha256 as Sha256,
	})) as [Held, Held, Held, Held];
	archive.database.step('recordChanged', (step) =>
		records.addPartWithin(step, one.recordId, two.sha256, 'two.geojson'),
	);
	// The same bytes once more, as a part with an id of its own: another program may have written it.
	archive.database.write((writer) =>
		writer.run(
			`INSERT INTO record_parts SELECT 'another', record_id, 9, sha256, 'again.geojson', received_at, clock, revision, NULL
			FROM record_parts WHERE record_id = ? AND sha256 = ?`,
			one.recordId,
			one.sha256,
		),
	);
	records.moveToBin({ ids: [gone.recordId] });

	const layers = map.layers();
	expect(layers.filter(({ recordId }) => recordId === one.recordId).map(({ sha256 }) => sha256)).toEqual([
		one.sha256,
		two.sha256,
	]);
	expect(layers.map(({ recordId }) => recordId)).not.toContain(gone.recordId);
	expect(layers).toHaveLength(4);
	// By title where a record has one layer, by the file's name where it has more.
	const titleOf = (id: RecordId) => records.get({ id }).title;
	for (const { recordId, title, fileName } of layers)
		expect(title).toBe(recordId === one.recordId ? fileName : titleOf(recordId));
});

/** Two pictures of one pixel. */
const [redPixel, bluePixel] = [
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
].map((base64) => Buffer.from(base64, 'base64')) as [Buffer, Buffer];
const degrees = ['0.1', '0', '0', '-0.1', '10', '40'].join('\n');

test('a picture is a layer by the world file of its name: beside it in one folder, or laid by hand, the latest first', async () => {
	const folder = makeFolder();
	const at = (name: string) => join(folder, name);
	for (const name of ['a', 'b', 'a/deep']) mkdirSync(at(name));
	const files: [string, string | Uint8Array][] = [
		['a/sheet.png', redPixel],
		['a/sheet.PGW', degrees],
		['a/deep/sheet.pgw', `${degrees} `],
		['b/sheet.png', bluePixel],
		['b/words.pgw', 'no six numbers'],
	];
	for (const [name, content] of files) writeFileSync(at(name), content);
	const archive = archives.create(at('sample.lectern'));
	await archives.add(archive, at('a'), at('b'));
	const { records, map, history, custody } = archive.services;
	const { scans } = await archive.services.onDemand();
	const scansNow = () => map.layers().filter((layer) => layer.kind === 'scan');
	expect(scansNow()).toMatchObject([
		{ fileName: 'a/sheet.png', mediaType: 'image/png', world: { fileName: 'a/sheet.PGW', sizeBytes: degrees.length } },
	]);
	// The world file is a document of its own, called by its name and not by its first number.
	expect(records.list({}).map(({ title }) => title)).not.toContain('0.1');

	const other = scans.pictures().find(({ fileName }) => fileName === 'b/sheet.png') as HeldPicture;
	const corner = (latitude: number, longitude: number) => ({ latitude, longitude });
	const corners: ScanCorners = [corner(2, 1), corner(2, 3), corner(1, 3), corner(1, 1)];
	scans.lay({ ...other, corners });
	expect(scansNow()).toHaveLength(2);
	const [laid] = scansNow().filter(({ recordId }) => recordId === other.recordId);
	expect(custody.receptionsOf(laid?.world.sha256 as Sha256)).toHaveLength(1);
	scans.lay({ ...other, corners: [corner(5, 1), corner(5, 3), corner(1, 3), corner(1, 1)] });
	const [anew] = scansNow().filter(({ recordId }) => recordId === other.recordId);
	expect(anew?.world.sha256).not.toBe(laid?.world.sha256);
	history.undo();
	expect(scansNow()).toContainEqual(laid);
	history.undo();
	expect(scansNow()).toHaveLength(1);

	const flat: ScanCorners = [corner(2, 1), corner(2, 3), corner(2, 3), corner(2, 1)];
	expect(() => scans.lay({ ...other, corners: flat })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
	expect(() => scans.lay({ ...other, sha256: 'f'.repeat(64) as Sha256, corners })).toThrow(
		expect.objectContaining({ code: 'not-found' }),
	);
});
