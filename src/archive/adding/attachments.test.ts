import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

const pdf = writePdf([column(['Epsilon zeta eta'])]);

function mail(subject: string, ...parts: { name: string; bytes: Uint8Array }[]): string {
	return [
		'From: Alpha One <one@example.org>',
		`Subject: ${subject}`,
		'Date: Thu, 29 Feb 2024 23:30:00 +0000',
		'Content-Type: multipart/mixed; boundary=cut',
		'',
		'--cut',
		'',
		`Beta gamma of ${subject}.`,
		...parts.flatMap(({ name, bytes }) => [
			'--cut',
			`Content-Disposition: attachment; filename="${name}"`,
			'Content-Transfer-Encoding: base64',
			'',
			Buffer.from(bytes).toString('base64'),
		]),
		'--cut--',
		'',
	].join('\r\n');
}

function setUp() {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const write = (name: string, content: string | Uint8Array) => {
		writeFileSync(join(root, name), content);
		return join(root, name);
	};
	return { archive, write };
}

test('a mail and what is attached to it are records, linked, each with its own bytes', async () => {
	const { archive, write } = setUp();
	const noise = Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256);
	const path = write('first.eml', mail('First', { name: 'a.pdf', bytes: pdf }, { name: 'b.bin', bytes: noise }));
	const items = await archives.add(archive, path);
	expect(items).toMatchObject([
		{ name: 'first.eml', outcome: 'added' },
		{ name: 'first.eml/a.pdf', outcome: 'added', passageCount: 1 },
		{ name: 'first.eml/b.bin', outcome: 'no-text' },
	]);
	const { records, links, originals, jobs, history } = archive.services;
	const [mailId, pdfId, noiseId] = items.map(({ recordId }) => recordId as RecordId) as [RecordId, RecordId, RecordId];
	expect(records.get({ id: mailId })).toMatchObject({
		title: 'First',
		kind: 'mail',
		creators: [{ name: 'Alpha One', role: 'sender' }],
		dates: [{ type: 'sent', edtf: '2024-02-29' }],
	});
	expect(records.get({ id: pdfId })).toMatchObject({ source: 'first.eml/a.pdf', passageCount: 1 });
	const parts = links.list({ kind: 'record', id: mailId }).filter(({ type }) => type === 'part-of');
	expect(parts.map(({ from }) => from.id).sort()).toEqual([pdfId, noiseId].sort());
	const [file] = records.get({ id: noiseId }).files;
	expect(Buffer.from(originals.read(file?.sha256 as never))).toEqual(Buffer.from(noise));
	expect(jobs.list()).toMatchObject([{ done: 3, total: 3 }]);

	history.undo();
	expect(records.list({})).toEqual([]);
});

test('what is attached to two mails is one record, a part of both', async () => {
	const { archive, write } = setUp();
	const attached = { name: 'a.pdf', bytes: pdf };
	const items = await archives.add(
		archive,
		write('first.eml', mail('First', attached)),
		write('second.eml', mail('Second', attached)),
	);
	expect(items.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'already-held']);
	const [first, shared, second] = items.map(({ recordId }) => recordId as RecordId);
	expect(items[3]?.recordId).toBe(shared);
	const wholes = archive.services.links.list({ kind: 'record', id: shared as RecordId }).map(({ to }) => to.id);
	expect(wholes.sort()).toEqual([first, second].sort());
});

test('mails of a mailbox are parts of it, and theirs are parts of them', async () => {
	const { archive, write } = setUp();
	const envelope = 'From a@example.org Thu Feb 29 23:30:00 2024\r\n';
	const mailbox = `${envelope}${mail('First', { name: 'a.pdf', bytes: pdf })}\r\n${envelope}${mail('Second')}`;
	const items = await archives.add(archive, write('letters.mbox', mailbox));
	expect(items.map(({ name, outcome }) => [name, outcome])).toEqual([
		['letters.mbox', 'added'],
		['letters.mbox/mail 1.eml', 'added'],
		['letters.mbox/mail 1.eml/a.pdf', 'added'],
		['letters.mbox/mail 2.eml', 'added'],
	]);
	const titles = archive.services.records.list({}).map(({ title }) => title);
	expect(titles.sort()).toEqual(['First', 'Second', 'a', 'letters']);
});

test('pages of a web archive are records with their address and time, and the rest is named', async () => {
	const { archive, write } = setUp();
	const record = (address: string, type: string, body: string) => {
		const block = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
		const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2021-03-04T05:06:07Z`;
		return `${head}\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
	};
	const page = record('https://example.org/a', 'text/html', '<title>Sample page</title><p>Alpha beta.</p>');
	const items = await archives.add(
		archive,
		write('crawl.warc', page + record('https://example.org/b.png', 'image/png', 'x')),
	);
	expect(items.map(({ name, outcome }) => [name, outcome])).toEqual([
		['crawl.warc', 'added'],
		['crawl.warc/example.org a.html', 'added'],
		['crawl.warc/https://example.org/b.png', 'left-out'],
	]);
	const { records } = archive.services;
	expect(records.get({ id: items[1]?.recordId as RecordId })).toMatchObject({
		title: 'Sample page',
		source: 'https://example.org/a',
		dates: [{ type: 'received', edtf: '2021-03-04' }],
		editions: [{ parameters: { address: 'https://example.org/a', capturedAt: '2021-03-04T05:06:07Z' } }],
	});
});

test.each(['a-photos', 'z-photos'])('what lies beside the export of a chat is a part of it (%s)', async (photos) => {
	const { archive, write } = setUp();
	const folder = dirname(write('place', ''));
	mkdirSync(join(folder, 'chat', photos), { recursive: true });
	const said = { id: 1, type: 'message', date: '2021-03-04T05:06:07', from: 'Alpha', text: 'beta' };
	const messages = [
		{ ...said, file: `${photos}/a.pdf` },
		{ ...said, file: '../place' },
	];
	write('chat/result.json', JSON.stringify({ name: 'Sample chat', type: 'personal_chat', id: 1, messages }));
	write(`chat/${photos}/a.pdf`, pdf);
	const items = await archives.add(archive, join(folder, 'chat'));
	const idOf = (name: string) => items.find((item) => item.name === `chat/${name}`)?.recordId as RecordId;
	const parts = archive.services.links.list({ kind: 'record', id: idOf('result.json') });
	expect(parts.map(({ type, from }) => [type, from.id])).toEqual([['part-of', idOf(`${photos}/a.pdf`)]]);
});

const chat = JSON.stringify({
	name: 'Sample chat',
	type: 'personal_chat',
	id: 1,
	messages: [{ id: 1, type: 'message', date: '2021-03-04T05:06:07', from: 'Alpha', text: 'beta', file: 'files/a.pdf' }],
});
const picture = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
	'base64',
);
const pairs = {
	'a chat and its file': { 'chat/result.json': chat, 'chat/files/a.pdf': pdf },
	'a picture and its world file': { 'maps/sheet.png': picture, 'maps/sheet.PGW': '0.1\n0\n0\n-0.1\n10\n40' },
};

test.each(Object.keys(pairs).flatMap((pair) => [0, 1].map((late) => [pair, late] as const)))(
	'%s are joined when one of them (%i) comes only with a retry, or when both are added again',
	async (pair, late) => {
		const { archive, write } = setUp();
		const root = dirname(write('place', ''));
		const names = Object.keys(pairs[pair as keyof typeof pairs]) as [string, string];
		const contents = Object.values(pairs[pair as keyof typeof pairs]) as [string, string];
		for (const name of names) mkdirSync(dirname(join(root, name)), { recursive: true });
		write(names[1 - late] as string, contents[1 - late] as string);
		const { adding, jobs, links, history } = archive.services;
		const paths = names.map((name) => ({ path: join(root, name), name }));
		const id = adding.add(newId<JobId>(), { paths });
		await jobs.whenEnded(id);
		expect(jobs.get({ id }).counts).toMatchObject({ failed: 1 });
		write(names[late] as string, contents[late] as string);
		const partsAfter = async (jobId: JobId) => {
			await jobs.whenEnded(jobId);
			expect(jobs.get({ id: jobId }).counts.failed).toBeUndefined();
			const { items } = jobs.items({ id: jobId, offset: 0, limit: 10 });
			const [owner] = items.filter(({ name }) => name === names[0]);
			const wholeId = owner?.recordId ?? jobs.items({ id, offset: 0, limit: 10 }).items[0]?.recordId;
			return links.list({ kind: 'record', id: wholeId as RecordId }).map(({ type }) => type);
		};
		expect(await partsAfter(adding.retry({ id }))).toEqual(['part-of']);
		history.undo();
		const again = adding.add(newId<JobId>(), { paths });
		expect(await partsAfter(again)).toEqual(['part-of']);
	},
);
