import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openStaging, type Staging } from '#archive/device/staging.ts';
import type { HeldOriginal } from '#archive/host.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type RunningServer, startServer } from './server.ts';

let folder: string;
let newLinks: string[] = [];
let staging: Staging;
let server: RunningServer;
let held: HeldOriginal;
const problems: unknown[] = [];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-serve-'));
	mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
	writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><title>Sample page</title>');
	writeFileSync(join(folder, 'renderer/assets/a.js'), 'export {};');
	writeFileSync(join(folder, 'outside.txt'), 'not to be had');
	held = heldOf('Sample ', 'bytes');
	staging = openStaging(join(folder, 'staging'));
	newLinks = [];
	server = await startServer({
		rendererFolder: join(folder, 'renderer'),
		staging,
		largestUploadBytes: 1000,
		original: (sha256) => (sha256 === held.sha256 ? held : null),
		onClient(channel) {
			channel.onMessage((message) => channel.send({ echo: message }));
		},
		onNewLink: (link) => newLinks.push(link),
		onError: (error) => problems.push(error),
	});
});
afterEach(async () => {
	// Thrown where it arose, it would fail no test.
	expect(problems.splice(0)).toEqual([]);
	await server.close();
	rmSync(folder, { recursive: true });
});

/** An original whose digest is that of all its pieces. */
function heldOf(...texts: string[]): HeldOriginal {
	const bytes = Buffer.from(texts.join(''));
	const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
	const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
	const pieces = texts.map((text) => Buffer.from(text));
	return { sha256, mediaType: 'audio/wav', sizeBytes: bytes.length, pieces, read };
}

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** `fetch` would not let us lie about Host and Origin, nor send a path as it is. */
function ask(path: string, options: RequestOptions & { body?: string | Buffer } = {}): Promise<Answer> {
	const { port } = new URL(server.origin);
	return new Promise((resolve, reject) => {
		const request = httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
			const chunks: Buffer[] = [];
			response.on('error', reject);
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks).toString(),
				}),
			);
		});
		request.on('error', reject);
		request.end(options.body);
	});
}

async function enter(): Promise<string> {
	const { headers } = await ask(server.link.slice(server.origin.length));
	return String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

test('the link opens the app once, for one browser', async () => {
	const path = server.link.slice(server.origin.length);
	const first = await ask(path);
	expect(first.status).toBe(303);
	expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
	const page = await ask('/', { headers: { cookie: String(first.headers['set-cookie']?.[0]).split(';')[0] } });
	expect(page.body).toContain('Sample page');
	expect(page.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
	const second = await ask(path);
	expect(second.status).toBe(403);
	expect(second.headers['set-cookie']).toBeUndefined();
});

test('a browser that has lost its cookie is given one new link at a time', async () => {
	expect((await ask('/')).status).toBe(403);
	// The first link still works.
	expect(newLinks).toEqual([]);
	await enter();
	for (let time = 0; time < 3; time += 1) expect((await ask('/')).status).toBe(403);
	await ask('/assets/a.js');
	const [next = '', ...others] = newLinks;
	expect(others).toEqual([]);
	expect(next).not.toBe(server.link);
	const again = await ask(next.slice(server.origin.length));
	expect(again.status).toBe(303);
	const cookie = String(again.headers['set-cookie']?.[0]).split(';')[0];
	expect((await ask('/', { headers: { cookie } })).body).toContain('Sample page');
	expect((await ask(next.slice(server.origin.length))).status).toBe(403);
	expect(newLinks).toHaveLength(2);
});

test('without the cookie nothing is given out', async () => {
	for (const path of ['/', '/assets/a.js', '/?token=wrong', '/uploads']) {
		const answer = await ask(path);
		expect(answer.status).toBe(403);
		expect(answer.body).not.toContain('Sample page');
	}
	expect((await ask('/', { headers: { cookie: 'lectern-1=guess' } })).status).toBe(403);
});

test('another host name or another site is refused even with the cookie', async () => {
	const cookie = await enter();
	expect((await ask('/', { headers: { cookie, host: 'example.org' } })).status).toBe(421);
	expect((await ask('/', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(421);
	const upload = { method: 'POST', body: 'x', headers: { cookie, origin: 'http://example.org' } };
	expect((await ask('/uploads', upload)).status).toBe(405);
	expect(readdirSync(folder)).not.toContain('staging');
});

test.each([
	'/../outside.txt',
	'/%2e%2e/outside.txt',
	'/assets/..%2f..%2foutside.txt',
	'//outside.txt',
	'/assets',
	'/none.js',
])('%s is not found', async (path) => {
	const answer = await ask(path, { headers: { cookie: await enter() } });
	expect(answer.status).toBe(404);
	expect(answer.body).not.toContain('not to be had');
});

function openSocket(headers: Record<string, string>): Promise<{ socket: WebSocket | null; status: number }> {
	const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/rpc`, { headers });
	return new Promise((resolve) => {
		socket.on('open', () => resolve({ socket, status: 101 }));
		socket.on('unexpected-response', (_request, response) =>
			resolve({ socket: null, status: response.statusCode ?? 0 }),
		);
		socket.on('error', () => resolve({ socket: null, status: 0 }));
	});
}

test('the socket takes our own page with its cookie, and messages as JSON text', async () => {
	const cookie = await enter();
	const { socket } = await openSocket({ cookie, origin: server.origin });
	const answered = new Promise((resolve) => socket?.once('message', (data) => resolve(JSON.parse(String(data)))));
	socket?.send('{"id":1}');
	expect(await answered).toEqual({ echo: { id: 1 } });
	const closed = new Promise((resolve) => socket?.once('close', resolve));
	socket?.send('no JSON');
	expect(await closed).toBe(1003);

	expect((await openSocket({ origin: server.origin })).status).toBe(403);
	expect((await openSocket({ cookie })).status).toBe(403);
	expect((await openSocket({ cookie, origin: 'http://example.org' })).status).toBe(403);
	expect((await openSocket({ cookie, origin: server.origin, host: 'example.org' })).status).toBe(403);
});

test('an upload is staged whole, or not at all', async () => {
	const headers = { cookie: await enter(), origin: server.origin, 'x-file-name': encodeURIComponent('sample 7 é.txt') };
	const sent = await ask('/uploads', { method: 'POST', body: 'Alpha beta', headers });
	expect(sent.status).toBe(201);
	const { uploadId } = JSON.parse(sent.body) as { uploadId: string };
	expect(readFileSync(staging.pathOf(uploadId), 'utf8')).toBe('Alpha beta');
	staging.remove([uploadId]);
	expect(() => staging.pathOf(uploadId)).toThrow(expect.objectContaining({ code: 'not-found' }));

	const large = await ask('/uploads', { method: 'POST', body: Buffer.alloc(1001), headers });
	expect(large.status).toBe(413);
	expect(JSON.parse(large.body).error).toMatchObject({ code: 'unreadable-file', detail: { file: 'sample 7 é.txt' } });
	const unannounced = { ...headers, 'transfer-encoding': 'chunked' };
	expect((await ask('/uploads', { method: 'POST', body: Buffer.alloc(1001), headers: unannounced })).status).toBe(413);
	expect(readdirSync(join(folder, 'staging', String(process.pid)))).toEqual([]);
});

test('staged files end with their program', async () => {
	mkdirSync(join(folder, 'staging/999999999'), { recursive: true });
	const headers = { cookie: await enter(), origin: server.origin };
	await ask('/uploads', { method: 'POST', body: 'Alpha beta', headers });
	openStaging(join(folder, 'staging'));
	expect(readdirSync(join(folder, 'staging'))).toEqual([String(process.pid)]);
	staging.close();
	expect(existsSync(join(folder, 'staging', String(process.pid)))).toBe(false);
});

test('an original is handed to the browser to keep, and broken off when its bytes are not those received', async () => {
	const cookie = await enter();
	const path = `/originals/${held.sha256}`;
	expect((await ask(path)).status).toBe(403);
	const { status, headers, body } = await ask(path, { headers: { cookie } });
	expect({ status, body }).toEqual({ status: 200, body: 'Sample bytes' });
	expect(headers).toMatchObject({
		'content-disposition': 'attachment',
		'content-type': 'application/octet-stream',
		'x-content-type-options': 'nosniff',
	});
	expect((await ask(`/originals/${'0'.repeat(64)}`, { headers: { cookie } })).status).toBe(404);
	held = { ...held, pieces: [Buffer.from('Sample '), Buffer.from('bites')] };
	await expect(ask(path, { headers: { cookie } })).rejects.toThrow();
	expect(problems.splice(0)).toEqual([new AppError('damaged-original', { file: held.sha256 })]);
});

test('a recording is sent in the parts that a player asks for, and nothing else is', async () => {
	const cookie = await enter();
	const path = `/recordings/${held.sha256}`;
	expect((await ask(path)).status).toBe(403);
	const part = (range: string) => ask(path, { headers: { cookie, range } });
	expect(await part('bytes=7-')).toMatchObject({
		status: 206,
		body: 'bytes',
		headers: { 'content-range': 'bytes 7-11/12', 'content-type': 'audio/wav', 'accept-ranges': 'bytes' },
	});
	expect(await part('bytes=0-3')).toMatchObject({ status: 206, body: 'Samp' });
	expect(await part('bytes=-5')).toMatchObject({ status: 206, body: 'bytes' });
	expect(await ask(path, { headers: { cookie } })).toMatchObject({ status: 200, body: 'Sample bytes' });
	expect(await part('bytes=0-1,4-5')).toMatchObject({ status: 200, body: 'Sample bytes' });
	expect(await part('bytes=12-')).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */12' } });
	held = { ...held, mediaType: 'text/html' };
	expect((await part('bytes=0-3')).status).toBe(404);
});
