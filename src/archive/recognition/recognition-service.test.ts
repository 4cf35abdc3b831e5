import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { drawPage } from '#archive/testing/drawn-page.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { LanguageData } from './language-data.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const words = 'The green kettle stood on the seventh shelf of an invented room.';
const patience = { timeout: 120_000 };

let page: Buffer;
beforeAll(() => {
	page = drawPage([words]);
}, 60_000);

async function archiveWith(root: string, ...names: string[]): Promise<{ archive: Archive; items: JobItem[] }> {
	const archive = archives.create(join(root, 'sample.lectern'));
	const paths = names.map((name, at) => {
		// Other bytes for each, after the end of the picture, where no decoder looks.
		writeFileSync(join(root, name), Buffer.concat([page, Buffer.from(String(at))]));
		return join(root, name);
	});
	return { archive, items: await archives.add(archive, ...paths) };
}

async function recognise(archive: Archive, recordIds: RecordId[], languages: string[] = ['eng']): Promise<JobItem[]> {
	const id = newId<JobId>();
	archive.services.recognition.start({ id, recordIds, languages });
	await archive.services.jobs.whenEnded(id);
	return archive.services.jobs.items({ id, offset: 0, limit: 100 }).items;
}

const idsOf = (items: readonly JobItem[]) => items.map(({ recordId }) => recordId as RecordId);

describe('adding a picture', () => {
	test('keeps it without text, with what its head says, and says that its text can be recognised', async () => {
		const { archive, items } = await archiveWith(folder(), 'scan.png');
		expect(items).toMatchObject([{ outcome: 'no-text', error: { code: 'unsupported-format' } }]);
		expect(String(items[0]?.error?.detail.reason)).toContain('can be recognised');
		const record = archive.services.records.get({ id: items[0]?.recordId as RecordId });
		expect(record).toMatchObject({ holding: 'held', editionId: null });
		expect(record.files).toMatchObject([
			{ mediaType: 'image/png', picture: { widthPx: 1400, heightPx: 700, pageCount: 1 } },
		]);
	});
});

describe('recognising', patience, () => {
	test('makes a new edition with confidence, places and a custody event, as one step to undo', async () => {
		const { archive, items } = await archiveWith(folder(), 'scan.png');
		const [recordId] = idsOf(items) as [RecordId];
		const report = await recognise(archive, [recordId]);
		expect(report).toMatchObject([{ outcome: 'recognised', recordId, passageCount: 1, languages: ['eng'] }]);
		const { records, editions, custody, history } = archive.services;
		const record = records.get({ id: recordId });
		const [edition] = record.editions;
		expect(edition).toMatchObject({
			...{ kind: 'ocr', maker: 'Tesseract', language: 'en', originalSha256: record.files[0]?.sha256 },
			parameters: { languages: 'eng', pages: 1 },
		});
		expect(edition?.makerVersion).toMatch(/^5\./);
		expect(edition?.parameters.confidence).toBeGreaterThan(80);
		expect(record).toMatchObject({ editionId: edition?.id, languages: ['en'] });
		const blocks = editions.blocks({ id: edition?.id as never });
		expect(blocks.map(({ text, page: on }) => [text.replaceAll('\n', ' '), on])).toEqual([[words, 1]]);
		const layout = editions.recognised({ id: edition?.id as never, page: 1 });
		expect(layout.pages).toEqual([
			{ number: 1, sha256: record.files[0]?.sha256, pageInFile: 1, widthPx: 1400, heightPx: 700 },
		]);
		expect(layout.blocks).toHaveLength(1);
		expect(layout.blocks[0]?.words).toHaveLength(words.split(' ').length);
		expect(custody.listAbout([record.files[0]?.sha256 ?? ''], 1)).toMatchObject([
			{ kind: 'recognised', detail: { engine: 'Tesseract', languages: 'eng', pages: 1 } },
		]);
		expect(custody.check().firstBad).toBeNull();
		history.undo();
		expect(records.get({ id: recordId })).toMatchObject({ editionId: null, languages: [] });
		history.redo();
		expect(records.get({ id: recordId }).editionId).toBe(edition?.id);
	});

	test('once more gives the same edition, and keeps the notes on it', async () => {
		const { archive, items } = await archiveWith(folder(), 'scan.png');
		const ids = idsOf(items);
		await recognise(archive, ids);
		const before = archive.services.records.get({ id: ids[0] as RecordId });
		expect(await recognise(archive, ids)).toMatchObject([{ outcome: 'recognised' }]);
		expect(archive.services.records.get({ id: ids[0] as RecordId }).editions).toEqual(before.editions);
	});

	test('finds out the language where nobody says it', async () => {
		const { archive, items } = await archiveWith(folder(), 'scan.png');
		expect(await recognise(archive, idsOf(items), [])).toMatchObject([{ outcome: 'recognised', languages: ['eng'] }]);
	});

	test('says of a record without a picture that there is none, and goes on', async () => {
		const root = folder();
		const { archive, items } = await archiveWith(root, 'scan.png');
		writeFileSync(join(root, 'letter.txt'), 'Alpha beta gamma, a sample letter.');
		const [letter] = await archives.add(archive, join(root, 'letter.txt'));
		const report = await recognise(archive, [letter?.recordId as RecordId, ...idsOf(items)]);
		expect(report.map(({ outcome }) => outcome)).toEqual(['no-text', 'recognised']);
	});

	test('that is cancelled leaves whole records only, and a retry does the rest', async () => {
		const { archive, items } = await archiveWith(folder(), 'a.png', 'b.png', 'c.png');
		const { recognition, jobs, records } = archive.services;
		const ids = idsOf(items);
		const id = newId<JobId>();
		recognition.start({ id, recordIds: ids, languages: ['eng'] });
		await firstItem(archive, id);
		jobs.cancel({ id });
		await jobs.whenEnded(id);
		expect(jobs.get({ id }).state).toBe('cancelled');
		const report = jobs.items({ id, offset: 0, limit: 10 }).items;
		expect(report).toHaveLength(3);
		const withText = (recordId: RecordId) => records.get({ id: recordId }).editionId !== null;
		expect(ids.map(withText)).toEqual(report.map(({ outcome }) => outcome === 'recognised'));
		expect(report.at(-1)?.outcome).toBe('cancelled');
		const retryId = recognition.retry({ id });
		await jobs.whenEnded(retryId);
		expect(ids.map(withText)).toEqual([true, true, true]);
	});

	test('refuses a language without data', async () => {
		const { archive, items } = await archiveWith(folder(), 'scan.png');
		const { recognition } = archive.services;
		const start = () => recognition.start({ id: newId<JobId>(), recordIds: idsOf(items), languages: ['xyz'] });
		expect(start).toThrow('invalid-input');
	});
});

/** Resolves with the commit of the job's first item. */
async function firstItem(archive: Archive, id: JobId): Promise<void> {
	while (archive.services.jobs.get({ id }).done === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('language data', patience, () => {
	test('are added under their own name, checked, and removed again', async () => {
		const root = folder();
		const languageData = new LanguageData({ provided: join(root, 'none'), own: join(root, 'own') });
		const archive = archives.create(join(root, 'sample.lectern'), { languageData });
		const { recognition } = archive.services;
		const sourceOf = (code: string) => recognition.languages().find((language) => language.code === code)?.source;
		expect(sourceOf('kat')).toBe('missing');
		copyFileSync(resolve('resources/tessdata/kat.traineddata.gz'), join(root, 'kat.traineddata.gz'));
		const added = await recognition.addLanguage(join(root, 'kat.traineddata.gz'), 'kat.traineddata.gz');
		expect(added).toEqual({ code: 'kat', language: 'ka', source: 'own' });
		expect(sourceOf('kat')).toBe('own');
		recognition.removeLanguage({ code: 'kat' });
		expect(sourceOf('kat')).toBe('missing');
	});

	test.each(['kat.traineddata', '../kat.traineddata', 'picture.png'])('that are none are refused: %s', async (name) => {
		const root = folder();
		const languageData = new LanguageData({ provided: join(root, 'none'), own: join(root, 'own') });
		const archive = archives.create(join(root, 'sample.lectern'), { languageData });
		writeFileSync(join(root, 'file'), 'not data');
		const { recognition } = archive.services;
		await expect(recognition.addLanguage(join(root, 'file'), name)).rejects.toMatchObject({ code: 'invalid-input' });
		expect(recognition.languages().some(({ source }) => source !== 'missing')).toBe(false);
	});
});
