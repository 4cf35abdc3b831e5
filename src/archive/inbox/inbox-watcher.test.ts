import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { openProfile } from '#archive/device/profile.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { CollectionId, JobId, RecordId } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import { inboxCollectionId } from '#shared/domain/inbox.ts';
import { InboxWatcher } from './inbox-watcher.ts';

// Its folders are removed after the archives in them are closed.
const makeFolder = temporaryFolders();
const archives = archivesOnDisk();
let watched = '';
let archivePath = '';
let problems: unknown[] = [];
beforeEach(() => {
	problems = [];
	watched = join(makeFolder(), 'in');
	mkdirSync(watched);
	archivePath = join(makeFolder(), 'sample.lectern');
});

function watcherOf(archive: () => Archive | null, isOffered = true): InboxWatcher {
	const profile = openProfile({ file: null, onWriteError: () => undefined });
	const onProblem = (error: unknown) => problems.push(error);
	return new InboxWatcher({ archive, profile, isOffered, onChanged: () => undefined, onProblem });
}

/** As often as it takes for a file that stays as it is. */
async function lookTwice(watcher: InboxWatcher, archive: Archive): Promise<void> {
	for (let look = 0; look < 2; look += 1) await watcher.look();
	for (const { id } of archive.services.jobs.list()) await archive.services.jobs.whenEnded(id);
}

const waiting = (archive: Archive) =>
	archive.services.records
		.list({ collectionId: inboxCollectionId })
		.map(({ source }) => source)
		.sort();

test('takes what has settled, once, in the folder and below it, and leaves the folder as it is', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	await watcher.watch(archive, watched);
	mkdirSync(join(watched, 'below'));
	writeFileSync(join(watched, 'growing.txt'), 'The first');
	writeFileSync(join(watched, 'below/letter.txt'), 'A sample letter');
	await watcher.look();
	expect(archive.services.jobs.list()).toEqual([]);
	writeFileSync(join(watched, 'growing.txt'), 'The first part and the second');
	await watcher.look();
	for (const { id } of archive.services.jobs.list()) await archive.services.jobs.whenEnded(id);
	expect(waiting(archive)).toEqual(['in/below/letter.txt']);
	await lookTwice(watcher, archive);
	expect(waiting(archive)).toEqual(['in/below/letter.txt', 'in/growing.txt']);
	expect(archive.services.jobs.list()).toHaveLength(2);
	expect(readdirSync(watched).sort()).toEqual(['below', 'growing.txt']);

	// What was triaged, or is in the bin, does not come again, also after a new start.
	const { records, inbox, history, collections } = archive.services;
	const [first, second] = records.list({}).map(({ id }) => id) as [RecordId, RecordId];
	const filed = newId<CollectionId>();
	collections.add({ id: filed, name: 'Filed', parentId: null });
	inbox.file({ recordIds: [first], collectionId: filed });
	records.moveToBin({ ids: [second] });
	const next = watcherOf(() => archive);
	await next.watch(archive, watched);
	await lookTwice(next, archive);
	expect(waiting(archive)).toEqual([]);
	expect(records.list({ collectionId: filed })).toHaveLength(1);
	expect(archive.services.jobs.list()).toHaveLength(2);
	expect([history.undo(), history.undo()]).toEqual(['recordsMovedToBin', 'inboxFiled']);
	expect(waiting(archive)).toHaveLength(2);
});

test('says that the folder is gone, or the archive takes no writes, and goes on when it is back', async () => {
	const archive = archives.create(archivePath);
	let open: Archive | null = archive;
	const watcher = watcherOf(() => open);
	await watcher.watch(archive, watched);
	expect(watcher.folder).toMatchObject({ state: 'watching', path: watched });
	rmSync(watched, { recursive: true });
	await watcher.look();
	expect(watcher.folder.state).toBe('missing');
	mkdirSync(watched);
	writeFileSync(join(watched, 'back.txt'), 'It is back');
	await lookTwice(watcher, archive);
	expect(watcher.folder.state).toBe('watching');
	expect(waiting(archive)).toEqual(['in/back.txt']);
	open = null;
	await watcher.look();
	expect(watcher.folder).toMatchObject({ state: 'off', path: null });
	await archive.close();
	open = await archives.openReadOnly(archivePath);
	await watcher.look();
	expect(watcher.folder.state).toBe('read-only');
});

test.runIf(process.platform === 'linux')('takes a file whose name is not UTF-8, once', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	await watcher.watch(archive, watched);
	writeFileSync(
		Buffer.concat([Buffer.from(`${watched}/`), Buffer.from([0xcf, 0xe8, 0xf1, 0xfc, 0xec, 0xee])]),
		'Alpha',
	);
	await lookTwice(watcher, archive);
	await lookTwice(watcher, archive);
	expect(waiting(archive)).toEqual(['in/Письмо']);
	expect(archive.services.jobs.list()).toHaveLength(1);
});

test('a file that cannot be read is in a report, once; the folder of the archive is refused', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	await expect(watcher.watch(archive, join(archivePath, '..'))).rejects.toMatchObject({ code: 'invalid-input' });
	await expect(watcherOf(() => archive, false).watch(archive, watched)).rejects.toMatchObject({
		code: 'invalid-input',
	});
	await watcher.watch(archive, watched);
	writeFileSync(join(watched, 'broken.pdf'), '%PDF-1.7 and nothing of it');
	writeFileSync(join(watched, 'locked.txt'), 'Not for you');
	chmodSync(join(watched, 'locked.txt'), 0);
	await lookTwice(watcher, archive);
	await lookTwice(watcher, archive);
	const [job, ...others] = archive.services.jobs.list();
	expect(others).toEqual([]);
	expect(job?.done).toBe(2);
	expect(job?.state).toBe('done');
});

test('what is a link, hidden or not finished is not taken, and told by name until it is gone', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	await watcher.watch(archive, watched);
	const outside = join(makeFolder(), 'outside.txt');
	writeFileSync(outside, 'Outside of it');
	symlinkSync(outside, join(watched, 'link.txt'));
	symlinkSync(watched, join(watched, 'round'));
	mkdirSync(join(watched, '.~tmp~'));
	writeFileSync(join(watched, '.~tmp~', 'half.txt'), 'Half of a');
	writeFileSync(join(watched, 'coming.txt'), '');
	for (const name of [
		'letter.pdf.crdownload',
		'.letter.pdf.Ab12Cd',
		'~$letter.docx',
		'.~lock.letter.odt#',
		'Thumbs.db',
	])
		writeFileSync(join(watched, name), `Sample of ${name}`);
	writeFileSync(join(watched, 'whole.txt'), 'A whole one');
	await lookTwice(watcher, archive);
	expect(waiting(archive)).toEqual(['in/whole.txt']);
	const said = watcher.folder.passedOver.map(({ name, why }) => `${name} ${why}`).sort();
	expect(said).toEqual([
		'.letter.pdf.Ab12Cd unfinished',
		'.~tmp~/half.txt unfinished',
		'coming.txt unfinished',
		'letter.pdf.crdownload unfinished',
		'link.txt not-a-file',
		'round not-a-file',
	]);
	renameSync(join(watched, 'letter.pdf.crdownload'), join(watched, 'letter.txt'));
	for (const name of ['link.txt', 'round', '.letter.pdf.Ab12Cd', '.~tmp~', 'coming.txt'])
		rmSync(join(watched, name), { recursive: true });
	await lookTwice(watcher, archive);
	await lookTwice(watcher, archive);
	expect(waiting(archive)).toEqual(['in/letter.txt', 'in/whole.txt']);
	expect(watcher.folder).toMatchObject({ passedOver: [], passedOverCount: 0 });
});

test('of many that are passed over the first are told, and all are counted', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	for (let number = 0; number < 30; number += 1) writeFileSync(join(watched, `${number}.part`), 'Sample');
	await watcher.watch(archive, watched);
	expect(watcher.folder.passedOver).toHaveLength(20);
	expect(watcher.folder.passedOverCount).toBe(30);
	await watcher.watch(archive, null);
	expect(watcher.folder.passedOverCount).toBe(0);
});

test('what is passed over in the folder of one archive is not told of a folder that is gone', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	writeFileSync(join(watched, 'interview.part'), 'Sample');
	await watcher.watch(archive, watched);
	expect(watcher.folder.passedOverCount).toBe(1);
	rmSync(watched, { recursive: true });
	await lookTwice(watcher, archive);
	expect(watcher.folder).toMatchObject({ state: 'missing', passedOver: [], passedOverCount: 0 });
});

test('an archive that cannot be read is told once, and ends no look', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	await archive.close();
	await watcher.look();
	await watcher.look();
	expect(problems).toHaveLength(1);
	await watcher.stop();
});

test('what is chosen off, or for another folder, while it is looked at is not added', async () => {
	const archive = archives.create(archivePath);
	const watcher = watcherOf(() => archive);
	writeFileSync(join(watched, 'letter.txt'), 'A sample letter');
	await watcher.watch(archive, watched);
	const look = watcher.look();
	expect(await watcher.watch(archive, null)).toMatchObject({ state: 'off', path: null });
	await look;
	expect(archive.services.jobs.list()).toEqual([]);

	// Chosen again it is a new folder: what lies there settles anew.
	await watcher.watch(archive, watched);
	expect(archive.services.jobs.list()).toEqual([]);
	await lookTwice(watcher, archive);
	expect(waiting(archive)).toEqual(['in/letter.txt']);
});

/** As many pieces, and therefore questions for the open archive, while one file is read. */
const manyPieces = 200;
/** More than there are before it is read. */
const askedInTheMiddle = 50;

test('an archive that is left while a file is read gets none of it, and the reading ends', async () => {
	const archive = archives.create(archivePath);
	let asked = 0;
	const watcher = watcherOf(() => {
		asked += 1;
		return asked <= askedInTheMiddle ? archive : null;
	});
	writeFileSync(join(watched, 'long.txt'), 'long '.repeat((manyPieces * 65_536) / 5));
	await watcher.watch(archive, watched);
	await watcher.look();
	expect(asked).toBeGreaterThan(askedInTheMiddle);
	expect(asked).toBeLessThan(manyPieces);
	expect(archive.services.jobs.list()).toEqual([]);
});

test('an archive that is locked or made ready to unplug is left at once, whoever else still has it', async () => {
	const archive = archives.create(archivePath);
	let asked = 0;
	const watcher = watcherOf(() => {
		asked += 1;
		if (asked === askedInTheMiddle) void archive.close();
		return archive;
	});
	writeFileSync(join(watched, 'long.txt'), 'long '.repeat((manyPieces * 65_536) / 5));
	await watcher.watch(archive, watched);
	await watcher.look();
	expect(asked).toBeLessThan(askedInTheMiddle + 10);
	expect(problems).toEqual([]);
});

test('what was read while another job began waits for its end', async () => {
	const archive = archives.create(archivePath);
	const { jobs } = archive.services;
	const other = newId<JobId>();
	let asked = 0;
	let release: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => {
		release = resolve;
	});
	const watcher = watcherOf(() => {
		asked += 1;
		if (asked === askedInTheMiddle) jobs.start(other, 'add', { paths: [] }, () => gate);
		return archive;
	});
	writeFileSync(join(watched, 'long.txt'), 'long '.repeat((manyPieces * 65_536) / 5));
	await watcher.watch(archive, watched);
	await watcher.look();
	expect(jobs.list().map(({ id }) => id)).toEqual([other]);
	release();
	await jobs.whenEnded(other);
	await watcher.look();
	expect(jobs.list()).toHaveLength(2);
});
