import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import type { Archive } from '#archive/archive.ts';
import { openArchive } from '#archive/open-archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import {
	type AnnotationId,
	type CollectionId,
	type EventId,
	type JobId,
	type LinkId,
	type NameId,
	newId,
	type RecordId,
} from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { checkBag } from './bag/bag-check.ts';
import { openBag, type PackageOpener } from './open-bag.ts';
import type { PackageRequest } from './package-export-service.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
let root: string;
let archive: Archive;
/** A path in this test's own folder. */
const at = (name: string) => join(root, name);

beforeEach(async () => {
	root = newFolder();
	archive = archives.create(at('sample.lectern'));
	const files = at('files');
	mkdirSync(join(files, 'letters'), { recursive: true });
	writeFileSync(
		join(files, 'letters', 'First letter.txt'),
		'Sample heading\n\nThe first sample passage stands here.\n',
	);
	writeFileSync(join(files, 'letters', 'first letter.TXT'), 'Another sample passage, in a file that is named alike.\n');
	writeFileSync(join(files, 'Образец 100% %0A.bin'), Buffer.alloc(3_000_000, 7));
	await archives.add(archive, files);
	for (const record of archive.services.records.list({}))
		archive.services.annotations.add({
			id: newId<AnnotationId>(),
			recordId: record.id,
			range: null,
			fields: { purpose: 'note', body: 'A sample note', tags: ['sample'], isResolved: false },
		});
});

async function exportTo(
	path: string,
	request: Partial<PackageRequest> = {},
	meanwhile: () => Promise<void> = async () => undefined,
): Promise<JobProgress> {
	const id = newId<JobId>();
	const { jobs } = archive.services;
	const { packageExport } = await archive.services.onDemand();
	const whole = { form: 'folder', choice: {}, profile: 'whole', key: null, replaces: false } as const;
	await packageExport.export(id, { ...whole, path, ...request });
	await meanwhile();
	await jobs.whenEnded(id);
	return jobs.get({ id });
}

async function check(path: string, opener?: PackageOpener) {
	const source = await openBag(path, { opener });
	try {
		return { report: await checkBag(source), files: [...source.files.keys()] };
	} finally {
		await source.close();
	}
}

/** What `sha256sum -c` and its like say of a bag. */
function sums(bag: string): string[] {
	return ['256', '512'].flatMap((bits) => {
		const manifests = [`manifest-sha${bits}.txt`, `tagmanifest-sha${bits}.txt`];
		return manifests.flatMap((file) =>
			execFileSync(`sha${bits}sum`, ['-c', '--strict', file], { cwd: bag, encoding: 'utf8' }).trim().split('\n'),
		);
	});
}

describe('a package', () => {
	test('is a bag that independent tools find whole, with originals byte for byte', async () => {
		const bag = at('bag');
		const job = await exportTo(bag);
		expect(job).toMatchObject({ state: 'done', error: null, counts: { intact: 1, packed: 3 } });
		const lines = sums(bag);
		expect(lines.every((line) => line.endsWith(': OK'))).toBe(true);
		expect(lines.length).toBeGreaterThan(40);
		const { report } = await check(bag);
		expect(report).toMatchObject({ reasons: [], warnings: [], version: '1.0', algorithms: ['sha256', 'sha512'] });
		const originals = readdirSync(join(bag, 'data/originals/files'), { recursive: true }).map(String).sort();
		expect(originals).toEqual([
			'letters',
			'letters/First letter.txt',
			'letters/first letter (2).TXT',
			'Образец 100_ _0A.bin',
		]);
		expect(readFileSync(join(bag, 'data/originals/files/Образец 100_ _0A.bin'))).toEqual(Buffer.alloc(3_000_000, 7));
		const records = JSON.parse(readFileSync(join(bag, 'data/metadata/records.json'), 'utf8'));
		expect(records).toHaveLength(3);
		expect(archive.services.custody.list({ limit: 1 })[0]).toMatchObject({ kind: 'exported' });
	});

	test('is the same in a ZIP file, which other programs unpack', async () => {
		const path = at('bag.zip');
		expect(await exportTo(path, { form: 'zip' })).toMatchObject({ state: 'done' });
		const { report } = await check(path);
		expect(report.reasons).toEqual([]);
		const unpacked = at('unpacked');
		execFileSync('python3', ['-m', 'zipfile', '-e', path, unpacked]);
		expect(sums(join(unpacked, 'bag')).every((line) => line.endsWith(': OK'))).toBe(true);
	});

	test('is read by the age program when it is encrypted to a recipient', async () => {
		const identity = await generateIdentity();
		const path = at('bag.zip.age');
		const key = { recipients: [await identityToRecipient(identity)] };
		expect(await exportTo(path, { form: 'encrypted', key })).toMatchObject({ state: 'done', error: null });
		expect((await check(path, { identities: [identity] })).report.reasons).toEqual([]);
		writeFileSync(at('key.txt'), `${identity}\n`);
		const plain = at('plain.zip');
		execFileSync('age', ['-d', '-i', at('key.txt'), '-o', plain, path]);
		const zip = await openPromise(plain);
		expect(zip.entryCount).toBeGreaterThan(10);
		zip.close();
	});

	test('opens by its passphrase and by no other', async () => {
		const path = at('bag.zip.age');
		await exportTo(path, { form: 'encrypted', key: { passphrase: 'a sample passphrase' } });
		expect((await check(path, { passphrase: 'a sample passphrase' })).report.reasons).toEqual([]);
		await expect(check(path, { passphrase: 'another' })).rejects.toMatchObject({ code: 'wrong-passphrase' });
		await expect(check(path)).rejects.toMatchObject({ code: 'needs-passphrase' });
		expect(readFileSync(path).includes('First letter')).toBe(false);
		expect(JSON.stringify(archive.services.jobs.list())).not.toContain('sample passphrase');
	}, 120_000);

	test('never takes the place of something', async () => {
		mkdirSync(at('there'));
		await expect(exportTo(at('there'))).rejects.toMatchObject({
			code: 'archive-exists',
			detail: { folder: at('there') },
		});
		writeFileSync(at('there.zip'), 'before');
		await expect(exportTo(at('there.zip'), { form: 'zip' })).rejects.toMatchObject({ code: 'archive-exists' });
		expect(readFileSync(at('there.zip'), 'utf8')).toBe('before');
		expect(await exportTo(at('there.zip'), { form: 'zip', replaces: true })).toMatchObject({ state: 'done' });
	});

	test('that is cancelled leaves nothing behind', async () => {
		const id = newId<JobId>();
		const path = at('cancelled.zip');
		await (await archive.services.onDemand()).packageExport.export(id, {
			path,
			form: 'zip',
			choice: {},
			profile: 'whole',
			key: null,
			replaces: false,
		});
		archive.services.jobs.cancel({ id });
		await archive.services.jobs.whenEnded(id);
		expect(archive.services.jobs.get({ id }).state).toBe('cancelled');
		expect(readdirSync(root).filter((name) => name.startsWith('cancelled'))).toEqual([]);
	});

	test('leaves out what is not open, and the log tells of it only what the chain needs', async () => {
		const [record] = archive.services.records.list({});
		if (!record) throw new Error('no record');
		archive.services.records.update({ id: record.id, revision: record.revision, fields: { access: 'closed' } });
		const [file] = archive.services.records.get({ id: record.id }).files;
		const job = await exportTo(at('open'));
		expect(job.counts).toMatchObject({ packed: 2, 'left-out': 1 });
		const all = spawnSync('grep', ['-rl', '-e', record.id, '-e', file?.sha256 ?? '?', at('open')]);
		expect(String(all.stdout)).toBe('');
		expect(readFileSync(at('open/data/custody/custody-log.jsonl'), 'utf8')).toContain('"leftOut":true');
	});

	test.each(['whole', 'share'] as const)('(%s) leaves out what only closed records lead to', async (profile) => {
		const { records, collections, names, events, links, mentions, tags, editions } = archive.services;
		const [closed, open] = records.list({}).filter(({ editionId }) => editionId);
		if (!closed?.editionId || !open) throw new Error('no record');
		const addName = (text: string) => {
			const id = newId<NameId>();
			const form = { text, script: 'Latn', language: 'en', kind: 'main', source: '' } as const;
			names.add({ id, fields: { kind: 'person', forms: [form], description: '', source: '' } });
			return id;
		};
		const addEvent = (title: string, participantIds: NameId[], by: RecordId[], sameAs: EventId | null = null) => {
			const id = newId<EventId>();
			const words = { kind: '', edtf: '', dateWords: '', inferred: '', duration: '', description: '', source: '' };
			const fields = { ...words, title, placeIds: [], participantIds, relations: [] };
			events.add({ id, sameAs, fields, attestedBy: by.map((record) => ({ kind: 'record' as const, id: record })) });
			return id;
		};
		const addCollection = (name: string, parentId: CollectionId | null, recordIds: RecordId[]) => {
			const id = newId<CollectionId>();
			collections.add({ id, name, parentId });
			if (recordIds.length > 0) collections.addRecords({ id, recordIds });
			return id;
		};
		const everywhere = addName('Name everywhere');
		const closedEvent = addEvent('Closed event', [addName('Closed participant'), everywhere], [closed.id]);
		addEvent('Closed account', [addName('Closed witness')], [], closedEvent);
		addEvent('Open event', [addName('Open participant'), everywhere], [open.id, closed.id], closedEvent);
		addEvent('Free event', [everywhere], []);
		addName('Free name');
		const linked = addName('Closed linked');
		const [from, to] = [{ kind: 'record', id: closed.id } as const, { kind: 'name', id: linked } as const];
		links.add({ id: newId<LinkId>(), type: 'attests', from, to });
		const [block] = editions.blocks({ id: closed.editionId });
		const place = { recordId: closed.id, editionId: closed.editionId, ordinal: 0, words: block?.text ?? '' };
		mentions.judge({ nameId: addName('Closed mention'), places: [place], verdict: 'confirmed' });
		const top = addCollection('Mixed collection', null, []);
		addCollection('Open collection', top, [open.id]);
		addCollection('Closed empty', addCollection('Closed collection', top, [closed.id]), []);
		addCollection('Free collection', top, []);
		tags.setOnRecord({ recordId: closed.id, tags: ['closed tag'] });
		tags.setOnRecord({ recordId: open.id, tags: ['open tag'] });
		const access = 'closed' as const;
		records.update({ id: closed.id, revision: records.get({ id: closed.id }).revision, fields: { access } });
		records.update({
			id: open.id,
			revision: records.get({ id: open.id }).revision,
			fields: { parentId: closed.id },
		});

		expect(await exportTo(at('open'), { profile })).toMatchObject({ state: 'done' });
		const found = (words: string, within = at('open')) =>
			String(spawnSync('grep', ['-rlF', words, within]).stdout) !== '';
		const staying = ['event', 'account', 'participant', 'witness', 'linked', 'mention', 'collection', 'empty'];
		for (const word of [...staying.map((each) => `Closed ${each}`), 'closed tag'])
			expect([word, found(word)]).toEqual([word, false]);
		// The rows keep the id of a parent, to find it once it comes.
		for (const id of [closed.id, closedEvent]) expect([id, found(id, at('open/data/metadata'))]).toEqual([id, false]);
		const going = ['Open event', 'Open participant', 'Free event', 'Free name', 'Name everywhere'];
		for (const word of [...going, 'Mixed collection', 'Open collection', 'Free collection', 'open tag'])
			expect([word, found(word)]).toEqual([word, true]);
	});

	test('for sharing holds no note, author, file name, original or id of the archive', async () => {
		const bag = at('share');
		expect(await exportTo(bag, { profile: 'share' })).toMatchObject({ state: 'done' });
		const ids = archive.services.records.list({}).flatMap(({ id }) => ['-e', id]);
		const traces = [...ids, '-e', 'A sample note', '-e', 'Sample Author', '-e', 'letters/'];
		expect(String(spawnSync('grep', ['-rl', ...traces, bag]).stdout)).toBe('');
		expect(existsSync(join(bag, 'data/originals'))).toBe(false);
		expect(
			(await (await archive.services.onDemand()).packageExport.preview({ choice: {}, profile: 'share' })).leftOut,
		).toMatchObject({
			'private-notes': 3,
			originals: 3,
			'file-names': 3,
		});
	});

	test('is written from an archive that is open for reading only, too', async () => {
		await archive.close();
		const reading = await openArchive(at('sample.lectern'), archives.environment(), { mode: 'read' });
		const id = newId<JobId>();
		await (await reading.services.onDemand()).packageExport.export(id, {
			path: at('from-reading'),
			form: 'folder',
			choice: {},
			profile: 'whole',
			key: null,
			replaces: false,
		});
		await reading.services.jobs.whenEnded(id);
		expect(reading.services.jobs.list()[0]).toMatchObject({ id, state: 'done', counts: { packed: 3 } });
		expect(reading.services.jobs.items({ id, offset: 0, limit: 10 }).total).toBe(4);
		await reading.close();
	});
});

describe('a stick that is gone while a package is written to it', () => {
	test.each([
		['a folder', 'out', { form: 'folder' }],
		['a ZIP file', 'out.zip', { form: 'zip' }],
		['an encrypted file', 'out.zip.age', { form: 'encrypted', key: { passphrase: 'sample words' } }],
	] as const)('as %s: that is said by its name, and nothing has the name', async (_, name, request) => {
		mkdirSync(at('stick'));
		const { error } = await exportTo(join(at('stick'), name), request, async () => {
			while (readdirSync(at('stick')).length === 0) await nextTurn();
			renameSync(at('stick'), at('gone'));
		});
		expect(error).toMatchObject({
			code: 'unwritable-file',
			detail: { file: name, reason: 'the disk or stick failed or is gone' },
		});
		// Nor is the way to it made anew, on whatever disk it would lie then.
		expect(existsSync(at('stick'))).toBe(false);
		expect(readdirSync(at('gone'))).not.toContain(name);
		// The archive goes on.
		expect(await exportTo(at(name), request)).toMatchObject({ state: 'done' });
	});
});
