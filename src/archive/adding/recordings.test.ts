import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { createImportClient } from '#archive/importers/import-client.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { toneWave } from '#archive/testing/test-wave.ts';
import { recordingOf } from '#shared/domain/edition.ts';
import { type JobId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import { receive } from './arrival.ts';
import { FileReader } from './file-reader.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

const subtitles = '1\n00:00:01,000 --> 00:00:02,500\nAlpha beta gamma.\n\n2\n00:00:03,000 --> 00:00:04,000\nDelta.\n';

function setUp() {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const write = (name: string, content: string | Uint8Array) => {
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), content);
		return join(root, name);
	};
	return { archive, root, write };
}

const recordOf = (archive: Archive, id: RecordId | undefined) => archive.services.records.get({ id: id as RecordId });

test('a recording is held without text, with what its head says of it', async () => {
	const { archive, write } = setUp();
	const [item] = await archives.add(archive, write('talk.dat', toneWave(2.5)));
	expect(item).toMatchObject({ outcome: 'no-text', error: { code: 'unsupported-format' } });
	const record = recordOf(archive, item?.recordId);
	expect(record).toMatchObject({ kind: 'recording', holding: 'held', editionId: null });
	expect(record.files[0]).toMatchObject({
		mediaType: 'audio/wav',
		media: { container: 'WAVE', codecs: 'PCM', durationMs: 2500, sampleRateHz: 8000, channelCount: 1 },
	});
});

test('one that is larger than memory is looked into where it lies', async () => {
	const { archive, write } = setUp();
	const path = write('long.wav', toneWave(1));
	truncateSync(path, 70 * 1024 * 1024);
	const [item] = await archives.add(archive, path);
	expect(recordOf(archive, item?.recordId).files[0]?.media).toMatchObject({ container: 'WAVE', sampleRateHz: 8000 });
});

test('one that is called off while it is looked into leaves no piece in the archive', async () => {
	const { archive, write } = setUp();
	const path = write('long.wav', toneWave(1));
	truncateSync(path, 70 * 1024 * 1024);
	const called = new AbortController();
	const importer = createImportClient(() => {
		called.abort();
		throw new Error('called off before it was up');
	});
	const files = new FileReader(called.signal);
	const tools = { files, originals: archive.services.originals, importer, isHeld: () => false, signal: called.signal };
	await expect(receive({ path, name: 'long.wav' }, tools)).rejects.toMatchObject({ code: 'cancelled' });
	expect(archive.database.reader.get('SELECT 1 FROM original_chunks')).toBeUndefined();
	for (const each of [files, importer]) each.close();
});

test('what lies beside a recording and has its name is its transcript, in whichever order they come', async () => {
	const { archive, root, write } = setUp();
	write('batch/Talk.WAV', toneWave(5));
	write('batch/talk.srt', subtitles);
	write('batch/talk.ru.vtt', 'WEBVTT\nLanguage: ru\n\n00:01.000 --> 00:02.000\n<v Anna>Первая <i>строка</i>.\n');
	write('batch/other.srt', subtitles.replace('Alpha', 'Epsilon'));
	write('batch/z.wav', toneWave(1));
	write('batch/z.txt', 'A remark on this tape, at 00:10, without times.');
	const items = await archives.add(archive, join(root, 'batch'));
	const recordIds = new Map(items.map(({ name, recordId }) => [name, recordId]));
	expect(items.map(({ name, outcome }) => [name, outcome]).sort()).toEqual([
		['batch/Talk.WAV', 'no-text'],
		['batch/other.srt', 'added'],
		['batch/talk.ru.vtt', 'added'],
		['batch/talk.srt', 'added'],
		['batch/z.txt', 'added'],
		['batch/z.wav', 'no-text'],
	]);
	const talk = recordOf(archive, recordIds.get('batch/Talk.WAV'));
	expect([recordIds.get('batch/talk.srt'), recordIds.get('batch/talk.ru.vtt')]).toEqual([talk.id, talk.id]);
	expect(recordIds.get('batch/z.txt')).not.toBe(recordIds.get('batch/z.wav'));
	expect(talk.files.map(({ fileName }) => fileName)).toEqual([
		'batch/Talk.WAV',
		expect.stringMatching(/talk/),
		expect.stringMatching(/talk/),
	]);
	expect(talk.editions.map(({ kind }) => kind)).toEqual(['transcription', 'transcription']);
	const { editions, history } = archive.services;
	const ru = talk.editions.find(({ language }) => language === 'ru');
	expect(editions.blocks({ id: ru?.id as never })).toMatchObject([
		{ text: 'Anna: Первая строка.', time: { startMs: 1000, endMs: 2000 }, marks: [{ kind: 'emphasis' }] },
	]);
	const en = talk.editions.find((edition) => edition !== ru);
	expect(editions.blocks({ id: en?.id as never })).toMatchObject([
		{ number: 1, text: 'Alpha beta gamma.', time: { startMs: 1000, endMs: 2500 } },
		{ number: 2, text: 'Delta.', time: { startMs: 3000, endMs: 4000 } },
	]);
	history.undo();
	expect(archive.services.records.list({})).toEqual([]);
});

test('a file with times is brought in for a recording that is there, and opens by itself', async () => {
	const { archive, write } = setUp();
	const [item] = await archives.add(archive, write('talk.wav', toneWave(5)));
	const recordId = item?.recordId as RecordId;
	const path = write('typed.txt', '[00:01] Alpha beta.\n\n(0:00:03) Gamma,\nand more.\n\nDelta without a time.');
	const recordingSha256 = item?.sha256 as Sha256;
	const request = { id: newId<JobId>(), recordId, path, name: 'typed.txt', recordingSha256 };
	const { edition } = await archive.services.newEditions.add(request);
	expect(edition).toMatchObject({ kind: 'transcription', maker: 'timed-text' });
	expect(archive.services.editions.blocks({ id: edition.id }).map(({ text, time }) => [text, time])).toEqual([
		['Alpha beta.', { startMs: 1000, endMs: 3000 }],
		['Gamma,\nand more.', { startMs: 3000 }],
		['Delta without a time.', undefined],
	]);
	expect(recordOf(archive, recordId)).toMatchObject({ editionId: edition.id, passageCount: 3 });
});

test('of several recordings, the text that is brought in says which it is of, and still does when it is read again', async () => {
	const { archive, write } = setUp();
	const [first] = await archives.add(archive, write('first.wav', toneWave(1)));
	const recordId = first?.recordId as RecordId;
	const [second] = await archives.add(archive, write('second.wav', toneWave(2)));
	const { records, newEditions, rereading } = archive.services;
	const recordingSha256 = second?.sha256 as Sha256;
	const path = write('typed.txt', '[00:00] Alpha beta.\n\n[00:01] Gamma.');
	const add = (recording: Sha256 | null) =>
		newEditions.add({ id: newId(), recordId, path, name: 'typed.txt', recordingSha256: recording });
	await expect(add(recordingSha256)).rejects.toMatchObject({ code: 'not-found' });
	archive.database.step('recordChanged', (step) =>
		records.addPartWithin(step, recordId, recordingSha256, 'second.wav'),
	);
	const { edition } = await add(recordingSha256);
	const { files } = recordOf(archive, recordId);
	expect(recordingOf(edition, files)?.fileName).toBe('second.wav');
	const { edition: ofNone } = await add(null);
	expect(ofNone).toMatchObject({ kind: 'extraction', passageCount: 2 });
	expect(recordingOf(ofNone, files)).toBeUndefined();
	await add(recordingSha256);
	const reread = await rereading.reread({ recordId, encoding: 'windows-1252' });
	expect(reread).toMatchObject({ kind: 'transcription', parameters: { encoding: 'windows-1252' } });
	expect(recordingOf(reread, files)?.fileName).toBe('second.wav');
});

test('what a person writes down is an edition that keeps notes, formatting and ends; undo takes it back', async () => {
	const { archive, root, write } = setUp();
	write('batch/talk.wav', toneWave(5));
	write('batch/talk.srt', subtitles.replace('Alpha', '<i>Alpha</i>'));
	const [item] = await archives.add(archive, join(root, 'batch'));
	const { transcribing, editions, history } = archive.services;
	const { id: recordId, editionId } = recordOf(archive, item?.recordId);
	const originalSha256 = item?.sha256 as Sha256;
	const asked = { recordId, originalSha256, language: 'en', baseEditionId: editionId };
	const text = '[00:00:01] Alpha beta gamma.\n\n[00:00:03] Delta, and more.';
	const edition = await transcribing.transcribe({ ...asked, text });
	expect(edition).toMatchObject({ kind: 'transcription', originalSha256: item?.sha256 });
	expect(editions.blocks({ id: edition.id })).toMatchObject([
		{ text: 'Alpha beta gamma.', time: { startMs: 1000, endMs: 2500 }, marks: [{ kind: 'emphasis' }] },
		{ text: 'Delta, and more.', time: { startMs: 3000 } },
	]);
	expect(history.undo()).toBe('transcriptSaved');
	expect(recordOf(archive, recordId).editionId).toBe(editionId);
	await expect(transcribing.transcribe({ ...asked, text: ' \n' })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('of several recordings of a record, the one that was heard is what a transcript is of', async () => {
	const { archive, write } = setUp();
	const [first] = await archives.add(archive, write('first.wav', toneWave(1)));
	const [second] = await archives.add(archive, write('second.wav', toneWave(2)));
	const recordId = first?.recordId as RecordId;
	const { records, transcribing } = archive.services;
	const asked = { recordId, originalSha256: second?.sha256 as Sha256, language: 'en', baseEditionId: null };
	const text = '[00:00:01] Alpha.';
	await expect(transcribing.transcribe({ ...asked, text })).rejects.toMatchObject({ code: 'not-found' });
	archive.database.step('recordChanged', (step) =>
		records.addPartWithin(step, recordId, asked.originalSha256, 'second.wav'),
	);
	expect(await transcribing.transcribe({ ...asked, text })).toMatchObject({ originalSha256: second?.sha256 });
});
