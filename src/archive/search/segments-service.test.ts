import { expect, test } from 'vitest';
import { NamesService } from '#archive/names/names-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { loadSegments, supplySource } from '#shared/search/segment-loader.ts';
import { createSupplies, pageBytes } from '#shared/search/supplies.ts';
import { SearchService } from './search-service.ts';
import { SegmentsService } from './segments-service.ts';

const passagesPerRecord = 500;

function open() {
	const archive = openTestArchive();
	const { database, history } = archive;
	const search = new SearchService(database, history, new NamesService(database), () => 'en');
	let told = 0;
	const segments = new SegmentsService(database, () => {
		told += 1;
	});
	const calls = {
		segments: () => segments.list(),
		segmentPages: (argument: Parameters<SegmentsService['pages']>[0]) => segments.pages(argument),
		texts: (argument: Parameters<SearchService['texts']>[0]) => search.texts(argument),
	};
	/** Adds records of artificial passages, of which each has a word of its own. */
	function fill(first: number, count: number): void {
		for (let number = first; number < first + count; number++) {
			const texts = Array.from({ length: passagesPerRecord }, (_, at) => `Sample passage w${number}x${at} of many`);
			archive.addEdition(archive.addRecord(number), texts);
		}
	}
	async function index() {
		const supplies = createSupplies(supplySource(() => calls));
		const made = createSearchIndex({ supplies });
		const loaded = await (await loadSegments(calls, supplies, new Map())).whole();
		made.setSegments([...loaded.values()]);
		const page = search.documents({ after: null, limit: 10_000, segmentIds: [...loaded.keys()] });
		made.put(page.owners, page.documents);
		const count = async (text: string) => (await made.find({ text: `"${text}"` }, { offset: 0, limit: 5 })).total;
		const hits = async (text: string) => (await made.find({ text }, { offset: 0, limit: 5 })).hits;
		return { count, hits, loaded, inMemory: page.documents.filter(({ kind }) => kind === 'passage').length };
	}
	return { ...archive, search, segments, fill, index, told: () => told };
}

test('few passages are not packed', async () => {
	const { fill, segments } = open();
	fill(1, 2);
	await segments.pack();
	expect(segments.list()).toEqual([]);
});

test('many passages are packed and found as before, and given in full only to those without the segment', async () => {
	const { fill, segments, index, search, told } = open();
	fill(1, 11);
	const before = await index();
	expect([before.inMemory, await before.count('passage'), await before.count('w3x77')]).toEqual([5500, 5500, 1]);
	await segments.pack();
	expect(told()).toBe(1);
	const after = await index();
	expect([after.inMemory, after.loaded.size]).toEqual([0, 1]);
	expect([await after.count('passage'), await after.count('w3x77'), await after.count('passage w3x77')]).toEqual([
		5500, 1, 1,
	]);
	const [{ id = '' } = {}] = segments.list();
	const page = search.documents({ after: null, limit: 10_000, segmentIds: [id] });
	expect([page.total, page.documents.length]).toEqual([11, 11]);
	expect(search.documents({ after: null, limit: 10_000 }).total).toBe(5511);
});

test('a translation is packed like its record, told as one, and leaves when another takes its place', async () => {
	const { fill, segments, index, database, editions, search } = open();
	fill(1, 10);
	const recordId = testId<RecordId>(1);
	const translate = (word: string) =>
		database.step('setup', (step) => {
			const edition = editions.addWithin(step, recordId, {
				...{ kind: 'translation', originalSha256: null, maker: 'sample', makerVersion: '1', parameters: { word } },
				...{ language: 'ru', blocks: [{ kind: 'paragraph', text: word }] },
			});
			step.insert('translations', testId(7000), {
				...{ record_id: recordId, language: 'ru', status: 'home', status_at: '', edition_id: edition.id },
			});
			return edition;
		});
	const first = translate('чайник');
	await segments.pack();
	const packed = await index();
	expect(packed.inMemory).toBe(0);
	const asTranslation = { ownerId: recordId, editionId: first.id, language: 'ru', isTranslation: true };
	expect(await packed.hits('чайник')).toMatchObject([{ ...asTranslation, since: first.createdAt }]);
	expect(await packed.hits('"w1x477"')).toMatchObject([{ ownerId: recordId, language: 'en' }]);
	expect((await packed.hits('"w1x477"'))[0]).not.toHaveProperty('isTranslation');
	const second = translate('кувшин');
	const later = await index();
	expect(later.inMemory).toBe(1);
	expect(await later.hits('чайник')).toEqual([]);
	expect(await later.hits('кувшин')).toMatchObject([{ editionId: second.id, isTranslation: true }]);
	expect(search.documents({ after: null, limit: 10_000 }).total).toBe(10 * passagesPerRecord + 10 + 1);
});

test('words are found before what widens them is there', async () => {
	const { fill, segments, search } = open();
	fill(1, 10);
	await segments.pack();
	let pagesRead = 0;
	const calls = {
		segments: () => segments.list(),
		segmentPages: (argument: Parameters<SegmentsService['pages']>[0]) => {
			pagesRead += argument.numbers.length;
			return segments.pages(argument);
		},
		texts: (argument: Parameters<SearchService['texts']>[0]) => search.texts(argument),
	};
	const supplies = createSupplies(supplySource(() => calls));
	const index = createSearchIndex({ supplies });
	const loading = await loadSegments(calls, supplies, new Map());
	const pagesOfCore = pagesRead;
	index.putOwners(search.owners({ after: null, limit: 100 }).owners);
	index.setSegments([...loading.found.values()]);
	const count = async (word: string) =>
		(await index.find({ text: `${word} `, without: ['near'] }, { offset: 0, limit: 5 })).total;
	expect([await count('passage'), await count('passages')]).toEqual([5000, 0]);
	index.setSegments([...(await loading.whole()).values()]);
	expect(pagesRead).toBeGreaterThan(pagesOfCore);
	expect([await count('passage'), await count('passages')]).toEqual([5000, 5000]);
});

test('what comes later waits in memory, then goes into the same segment', async () => {
	const { fill, segments, index } = open();
	fill(1, 10);
	await segments.pack();
	const [first] = segments.list();
	fill(11, 3);
	await segments.pack();
	expect(segments.list()).toEqual([first]);
	const between = await index();
	expect([between.inMemory, await between.count('passage')]).toEqual([1500, 6500]);
	fill(14, 7);
	await segments.pack();
	expect(segments.list()).toHaveLength(1);
	const after = await index();
	expect([after.inMemory, await after.count('passage'), await after.count('w20x0')]).toEqual([0, 10_000, 1]);
});

test('a record in the bin is not found, and leaves the segment once many are', async () => {
	const { fill, segments, index, moveToBin, addRecord, addEdition } = open();
	fill(1, 10);
	await segments.pack();
	const id = addRecord(30);
	addEdition(id, ['Sample passage']);
	for (const number of [1, 2, 3, 4]) moveToBin(testId<RecordId>(number));
	const { count } = await index();
	expect([await count('w1x0'), await count('w5x0'), await count('passage')]).toEqual([0, 1, 3001]);
	await segments.pack();
	expect(segments.list()).toMatchObject([{ header: { documentCount: 3001 } }]);
});

test('a damaged page is noticed, its segment goes, and everything is still found', async () => {
	const { fill, segments, index, database } = open();
	fill(1, 10);
	await segments.pack();
	const [{ id = '' } = {}] = segments.list();
	database.write((writer) => writer.run('UPDATE search_pages SET bytes = zeroblob(?) WHERE ordinal = 0', pageBytes));
	expect(() => segments.pages({ segmentId: id, numbers: [0] })).toThrow(/not-found/);
	expect(segments.list()).toEqual([]);
	const { inMemory, count } = await index();
	expect([inMemory, await count('w9x1')]).toEqual([5000, 1]);
	await segments.pack();
	const again = await index();
	expect([again.inMemory, await again.count('w9x1')]).toEqual([0, 1]);
});

test('stopped in its midst it leaves no segment, and the next start no stray pages', async () => {
	const { fill, segments, database } = open();
	fill(1, 10);
	const packing = segments.pack();
	await segments.stop();
	await packing;
	expect(segments.list()).toEqual([]);
	database.write((writer) => writer.run("INSERT INTO search_pages VALUES ('gone', 0, zeroblob(10), zeroblob(32))"));
	const next = new SegmentsService(database, () => undefined);
	await next.pack();
	expect(next.list()).toHaveLength(1);
	expect(database.reader.all("SELECT 1 FROM search_pages WHERE segment_id = 'gone'")).toEqual([]);
});
