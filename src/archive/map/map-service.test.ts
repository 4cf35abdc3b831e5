import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';

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
