import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { mediaTypeOf } from '../media-type.ts';
import { readDocument } from '../registry.ts';
import { zipOf } from '../test-processes/made-documents.ts';
import { refusalOf } from '../test-processes/outcomes.ts';
import { captureName } from './capture-name.ts';

interface MadeRecord {
	type?: string;
	address: string;
	http?: readonly string[];
	body: string | Uint8Array;
}

/** One record of a web archive: an answer of a server, unless it is of another type. */
function record({
	type = 'response',
	address,
	http = ['HTTP/1.1 200 OK', 'Content-Type: text/html'],
	body,
}: MadeRecord) {
	const block = Buffer.concat([
		...(type === 'response' ? [Buffer.from(`${http.join('\r\n')}\r\n\r\n`)] : []),
		Buffer.from(body),
	]);
	const head = [
		'WARC/1.1',
		`WARC-Type: ${type}`,
		'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
		`WARC-Target-URI: ${address}`,
		'WARC-Date: 2021-03-04T05:06:07Z',
		type === 'response' ? 'Content-Type: application/http; msgtype=response' : 'Content-Type: text/plain',
		`Content-Length: ${block.length}`,
	];
	return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

const page = '<title>Sample page</title><h1>Alpha</h1><p>beta</p>';
const html = (...more: string[]) => ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', ...more];

const records = [
	record({ type: 'warcinfo', address: '', body: 'software: sample' }),
	record({ address: 'https://example.org/news/', body: page, http: html() }),
	record({ address: 'https://example.org/a.png', body: 'x', http: ['HTTP/1.1 200 OK', 'Content-Type: image/png'] }),
	record({
		address: 'https://example.org/gone',
		body: page,
		http: ['HTTP/1.1 404 Not Found', 'Content-Type: text/html'],
	}),
	record({ address: 'https://example.org/b', body: gzipSync(page), http: html('Content-Encoding: gzip') }),
	record({ address: 'https://example.org/c', body: brotliCompressSync(page), http: html('Content-Encoding: br') }),
	record({ address: 'https://example.org/e', body: deflateSync(page), http: html('Content-Encoding: deflate') }),
	record({ address: 'https://example.org/f', body: deflateRawSync(page), http: html('Content-Encoding: deflate') }),
	record({ address: 'https://example.org/g', body: page, http: html('Content-Encoding: constructor') }),
	record({
		address: 'https://example.org/d',
		body: `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`,
		http: html('Transfer-Encoding: chunked'),
	}),
	record({ type: 'request', address: 'https://example.org/news/', body: 'GET / HTTP/1.1\r\n\r\n' }),
	record({ type: 'resource', address: 'file:///notes.txt', body: 'gamma' }),
];

test.each([
	['a.warc', Buffer.concat(records)],
	['a.warc.gz', Buffer.concat(records.map((each) => gzipSync(each)))],
	['any name', gzipSync(Buffer.concat(records))],
])('%s: pages become files with their address and time, the rest is named', async (fileName, bytes) => {
	const { mediaType, parameters, blocks, attachments, leftOut } = await readDocument(bytes, { fileName });
	expect({ mediaType, parameters }).toEqual({ mediaType: 'application/warc', parameters: { captures: 10 } });
	expect(attachments?.map((each) => [each.fileName, Buffer.from(each.bytes).toString()])).toEqual([
		['example.org news.html', page],
		['example.org b.html', page],
		['example.org c.html', page],
		['example.org e.html', page],
		['example.org f.html', page],
		['example.org g.html', page],
		['example.org d.html', page],
		['notes.txt', 'gamma'],
	]);
	expect(attachments?.[0]).toMatchObject({
		fields: { source: 'https://example.org/news/', dates: [{ type: 'received', edtf: '2021-03-04', inferred: '' }] },
		parameters: { address: 'https://example.org/news/', capturedAt: '2021-03-04T05:06:07Z' },
	});
	expect(leftOut).toEqual([
		{
			name: 'https://example.org/a.png',
			reason: message('import.reason.warc-kind', { mediaType: 'image/png' }),
		},
		{ name: 'https://example.org/gone', reason: message('import.reason.warc-status', { status: 404 }) },
	]);
	const table = blocks.filter(({ cell }) => cell?.row === 3).map(({ text }) => text);
	expect(table).toEqual(['2021-03-04T05:06:07Z', 'https://example.org/gone', 'text/html 404']);
});

test.each([
	['gzip', gzipSync],
	['br', (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
])('one that is packed (%s) to fill memory is named, and the others come', async (encoding, pack) => {
	const size = 40 * 1024 * 1024;
	const bytes = Buffer.concat([
		record({
			address: 'https://example.org/packed',
			body: pack(Buffer.alloc(size)),
			http: html(`Content-Encoding: ${encoding}`),
		}),
		record({ address: 'https://example.org/plain', body: Buffer.alloc(size), http: html() }),
		record({ address: 'https://example.org/fine', body: page, http: html() }),
	]);
	const { attachments, leftOut } = await readDocument(gzipSync(bytes), { fileName: 'a.warc.gz' });
	expect(attachments?.map(({ fileName }) => fileName)).toEqual(['example.org fine.html']);
	const reason = message('import.reason.warc-room');
	expect(leftOut).toEqual(['packed', 'plain'].map((name) => ({ name: `https://example.org/${name}`, reason })));
});

test('a WACZ file is read by the web archives in it', async () => {
	const wacz = await zipOf({
		'datapackage.json': '{}',
		'archive/data.warc': Buffer.concat(records),
		'pages/pages.jsonl': '',
	});
	const { mediaType, attachments } = await readDocument(wacz, { fileName: 'a.zip' });
	expect(mediaType).toBe('application/wacz');
	expect(attachments).toHaveLength(8);
});

test('one that is damaged, empty or no web archive is refused with its reason', async () => {
	const first = records[1] as Buffer;
	expect(await refusalOf(Buffer.from('WARC/1.1\r\n'), 'a.warc')).toBe(message('import.reason.blank'));
	for (const [cut, name] of [
		[first.subarray(0, -20), 'a.warc'],
		[gzipSync(first).subarray(0, -40), 'a.warc.gz'],
	] as const)
		expect(await refusalOf(cut, name)).toBe(message('import.reason.warc-damaged'));
	expect(mediaTypeOf('a.warc.gz', gzipSync('alpha'))).toBe('application/gzip');
});

test.each([
	['https://example.org/a/b.php?c=d', 'text/html', 'example.org b.php.html'],
	['https://example.org/', 'text/html', 'example.org.html'],
	['https://example.org/%D0%B0.htm', 'text/html', 'example.org а.htm'],
	['https://example.org/a%2F..%2Fb', 'application/pdf', 'b.pdf'],
	['https://example.org/%ff', 'application/pdf', 'example.org %ff.pdf'],
	['no address', 'text/html', 'attachment 1.html'],
])('%s as %s is saved as %s', (address, mediaType, name) => {
	expect(captureName(address, mediaType, 1, new Set())).toBe(name);
});
