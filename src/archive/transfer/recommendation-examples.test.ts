import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '#archive/importers/test-processes/outside-data.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { openTransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();
const examples = sharedData('fixtures/web-annotation-examples/admin/annotation/2016/examples/json');

describe.runIf(examples)('the examples of the Recommendation', () => {
	const read = (name: string) => readFileSync(join(examples ?? '', name), 'utf8');

	test('all come in, each thing that is lost named', async () => {
		const archive = openTransferArchive(folder);
		const items = await archive.bringIn(read('collection1.json'));
		const report = items.map(({ name, outcome, placement, losses }) =>
			[`${name}: ${outcome}, ${placement}`, ...(losses ?? []).map(({ kind, what }) => `  ${kind}: ${what}`)].join('\n'),
		);
		await expect(`${report.join('\n')}\n`).toMatchFileSnapshot('./testing/recommendation-losses.txt');
		expect(archive.annotations.list({})).toHaveLength(41);
	});

	test('alone or in their collection, once or twice, they are the same annotations', async () => {
		const archive = openTransferArchive(folder);
		await archive.bringIn(read('anno41.json'));
		const [first] = archive.annotations.list({});
		expect(first).toMatchObject({
			body: 'I really love this particular bit of text in this XML. No really.\n\nhttp://example.org/comment1',
			tags: ['love'],
			author: 'A. Person',
			createdAt: '2015-10-13T13:00:00.000Z',
			placement: 'unplaced',
			origin: { via: 'http://example.org/anno41', source: 'http://example.com/document1' },
		});
		const items = await archive.bringIn(read('collection1.json'));
		expect(items.filter(({ outcome }) => outcome === 'already-held').map(({ name }) => name)).toEqual([
			'41. http://example.org/anno41',
		]);
		const again = await archive.bringIn(read('collection1.json'));
		expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['already-held']));
	});

	test('what came in goes out and comes in again as it is', async () => {
		const archive = openTransferArchive(folder);
		await archive.bringIn(read('collection1.json'));
		const written = archive.written();
		archive.annotations.remove({ ids: archive.annotations.list({}).map(({ id }) => id) });
		await archive.bringIn(written);
		expect(archive.written()).toBe(written);
	});
});
