import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { toErrorData } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { encodingNamed } from '../encoding-names.ts';
import { mediaTypeOf } from '../media-type.ts';
import { readDocument } from '../registry.ts';
import { sharedData } from '../test-processes/outside-data.ts';
import { attachmentName } from './attachment-name.ts';

const read = (lines: readonly string[] | Uint8Array, fileName = 'a.eml') =>
	readDocument(lines instanceof Uint8Array ? lines : Buffer.from(lines.join('\r\n')), { fileName });

const head = [
	'From: Alpha One <one@example.org>',
	'To: Beta <b@example.org>, c@example.org',
	'Subject: Of =?utf-8?B?zrE=?=',
];

test('the head describes the mail and is read as a table before the body', async () => {
	const mail = await read([
		...head,
		'Date: Thu, 29 Feb 2024 23:30:00 -0500',
		'Message-ID: <1@example.org>',
		'',
		'Alpha beta.',
		'',
	]);
	expect(mail).toMatchObject({
		mediaType: 'message/rfc822',
		title: 'Of α',
		parameters: { messageId: '<1@example.org>' },
		fields: {
			kind: 'mail',
			creators: [
				{ name: 'Alpha One', role: 'sender', certainty: 'stated' },
				{ name: 'Beta', role: 'recipient', certainty: 'stated' },
				{ name: 'c@example.org', role: 'recipient', certainty: 'stated' },
			],
			dates: [{ type: 'sent', edtf: '2024-02-29', inferred: '' }],
		},
		attachments: [],
	});
	expect(mail.blocks.map(({ kind, text }) => [kind, text])).toEqual([
		['title', 'Of α'],
		['cell', 'From'],
		['cell', 'Alpha One <one@example.org>'],
		['cell', 'To'],
		['cell', 'Beta <b@example.org>, c@example.org'],
		['cell', 'Date'],
		['cell', 'Thu, 29 Feb 2024 23:30:00 -0500'],
		['paragraph', 'Alpha beta.'],
	]);
});

test('what was quoted is a quotation, as deep as it was', async () => {
	const { blocks } = await read([...head, '', 'Alpha.', '', '> beta', '>> gamma', '> delta']);
	expect(blocks.slice(-4).map(({ kind, text, level }) => [kind, text, level])).toEqual([
		['paragraph', 'Alpha.', undefined],
		['quotation', 'beta', 1],
		['quotation', 'gamma', 2],
		['quotation', 'delta', 1],
	]);
});

test('of an HTML body structure is left, nothing that runs or loads', async () => {
	const html = '<h1>Alpha</h1><p>beta <b>gamma</b><script>delta</script><img src="https://example.org/x"></p>';
	const { blocks } = await read([...head, 'Content-Type: text/html; charset=utf-8', '', html]);
	expect(blocks.slice(-2)).toEqual([
		{ kind: 'heading', text: 'Alpha', level: 1 },
		{ kind: 'paragraph', text: 'beta gamma', marks: [{ start: 5, end: 10, kind: 'strong' }] },
	]);
});

test('what only the text of a mail says follows its HTML', async () => {
	const alternatives = (text: string, html: string) => [
		...head,
		'Content-Type: multipart/alternative; boundary=x',
		'',
		'--x',
		'Content-Type: text/plain; charset=utf-8',
		'',
		text,
		'--x',
		'Content-Type: text/html; charset=utf-8',
		'',
		html,
		'--x--',
	];
	const texts = async (text: string, html: string) =>
		(await read(alternatives(text, html))).blocks.slice(5).map((block) => block.text);
	expect(await texts('Alpha beta gamma.\r\n\r\nDelta epsilon', '<p>View in a browser</p><img src="a.png">')).toEqual([
		'View in a browser',
		'Alpha beta gamma.',
		'Delta epsilon',
	]);
	const same = '<p>Alpha <b>be</b>ta, <a href="https://example.org/x">gamma</a></p><p>Delta</p>';
	expect(await texts('Alpha beta, gamma <https://example.org/x>\r\n\r\n> Delta', same)).toEqual([
		'Alpha beta, gamma',
		'Delta',
	]);
	const withBreaks = '<p>Al&shy;pha be&#8203;ta gam\u00adma&#8288;</p>';
	expect(await texts('Alpha beta gamma', withBreaks)).toHaveLength(1);
	expect(await texts('Al\u00adpha be\u200bta gam\u2060ma', '<p>Alpha beta gamma</p>')).toEqual(['Alpha beta gamma']);
});

test('spaces at the ends of lines that were encoded are none of the text, and a long run of others is read at once', async () => {
	const spaces = ' '.repeat(80_000);
	const type = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable';
	const { blocks } = await read([...head, type, '', `=CE=B1${spaces}=CE=B2 = \t`, '=CE=B3 \t', '', 'delta']);
	expect(blocks.slice(-2).map(({ text }) => text.replaceAll(/ {2,}/g, ' '))).toEqual(['α β γ', 'delta']);
});

test('attachments are handed over byte for byte, a mail among them', async () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
	const inner = ['Subject: inner', '', 'epsilon'].join('\r\n');
	const { attachments } = await read([
		...head,
		'Content-Type: multipart/mixed; boundary=cut',
		'',
		'--cut',
		'',
		'Alpha.',
		'--cut',
		'Content-Type: application/octet-stream',
		"Content-Disposition: attachment; filename*=utf-8''..%2F%CE%B1.bin",
		'Content-Transfer-Encoding: base64',
		'',
		Buffer.from(bytes).toString('base64'),
		'--cut',
		'Content-Type: message/rfc822',
		'',
		inner,
		'--cut--',
	]);
	expect(attachments?.map(({ fileName }) => fileName)).toEqual(['α.bin', 'attachment 2.eml']);
	expect(attachments?.map((attachment) => Buffer.from(attachment.bytes))).toEqual([
		Buffer.from(bytes),
		Buffer.from(inner),
	]);
});

test('a mail that does not say its encoding is read in the one it is in', async () => {
	const text = 'Альфа бета гамма дельта, это образец письма без кодировки.';
	const mail = await read(iconv.encode([...head, '', text].join('\n'), 'koi8-r'));
	expect(mail.blocks.at(-1)?.text).toBe(text);
	expect(mail.parameters).toMatchObject({ encoding: 'koi8-r' });
	const cyrillic = await read(
		iconv.encode([...head, 'Content-Type: text/plain; charset=koi8-r', '', text].join('\n'), 'koi8-r'),
	);
	expect(cyrillic.blocks.at(-1)?.text).toBe(text);
});

const russianText = 'Альфа бета гамма дельта, это образец письма номер семь для проверки.';
const armenianText = 'Ալֆա, բետա և գամմա. նմուշ նամակ համար յոթ, պարզ տեքստ ստուգման համար։'.replaceAll('և', 'եւ');

test.each([
	['koi8-r', 'text/plain; charset=windows-1251', '8bit', russianText],
	['koi8-r', 'text/plain; charset="windows-1251"; format=flowed', 'base64', russianText],
	['windows-1251', 'text/plain; charset=utf-8', 'quoted-printable', russianText],
	['windows-1251', 'text/plain', 'base64', russianText],
	['windows-1251', 'text/plain; charset=x-unknown', 'base64', russianText],
	['armscii8', 'text/plain; charset=armscii-8', 'base64', armenianText],
	['utf8', 'text/html; charset=iso-8859-1', 'base64', russianText],
	['koi8-r', 'text/html', 'base64', russianText],
])('a body in %s that is %s in %s is read in its encoding', async (encoding, type, transfer, text) => {
	const bytes = iconv.encode(text, encoding);
	const quoted = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase()}`);
	const bodies: Record<string, Buffer> = {
		'8bit': bytes,
		base64: Buffer.from(bytes.toString('base64')),
		'quoted-printable': Buffer.from(quoted.map((code, at) => (at % 20 === 19 ? `${code}=\r\n` : code)).join('')),
	};
	const partHead = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${transfer}`, '', ''].join('\r\n');
	const mail = await read(
		Buffer.concat([
			Buffer.from([...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b', partHead].join('\r\n')),
			bodies[transfer] as Buffer,
			Buffer.from('\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n\xfe\r\n--b--', 'latin1'),
		]),
	);
	expect(mail.blocks.at(-1)?.text).toBe(text);
	expect(encodingNamed(String(mail.parameters.encoding))).toBe(encodingNamed(encoding));
	expect(mail.attachments?.map(({ bytes: sent }) => Buffer.from(sent).toString('latin1'))).toEqual(['\xfe']);
});

test('the mails of a digest are mails, though they do not say so', async () => {
	const inner = (text: string) => ['Subject: inner', 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n');
	const { blocks, attachments } = await read([
		...head,
		'Content-Type: multipart/digest;',
		' boundary="d"',
		'',
		'--d',
		'',
		inner('Альфа'),
		'--d',
		'',
		inner('Бета'),
		'--d--',
	]);
	expect(attachments?.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([inner('Альфа'), inner('Бета')]);
	expect(blocks.map(({ text }) => text).join(' ')).not.toMatch(/Альфа|Бета/);
});

test('subjects in an encoding that mail programs do not know are read, and a person chooses another for all of it', async () => {
	const word = (text: string) => `=?armscii-8?B?${iconv.encode(text, 'armscii8').toString('base64')}?=`;
	const subject = await read([`Subject: ${word('Ալֆա')}`, 'From: a@example.org', '', 'beta']);
	expect(subject.title).toBe('Ալֆա');
	const lines = [...head, 'Content-Type: text/plain; charset=windows-1251', '', 'Опись'].join('\r\n');
	const chosen = await readDocument(iconv.encode(lines, 'koi8-r'), { fileName: 'a.eml', encoding: 'koi8-r' });
	expect(chosen.blocks.at(-1)?.text).toBe('Опись');
	expect(chosen.parameters).toMatchObject({ encoding: 'koi8-r', encodingFoundBy: 'user' });
});

test('heads that hold letters as they were typed are read in the encoding that the mail says for its text', async () => {
	const mail = await read(
		iconv.encode(
			[
				'From: Альфа Бета <one@example.org>',
				'Subject: Тема',
				'MIME-Version: 1.0',
				'Content-Type: multipart/mixed; boundary=b',
				'',
				'--b',
				'Content-Type: text/plain; charset=windows-1251',
				'',
				'Гамма дельта.',
				'--b',
				'Content-Type: text/plain; name="Письмо.txt"',
				'Content-Disposition: attachment; filename="Письмо.txt"',
				'',
				'Эпсилон',
				'--b--',
			].join('\r\n'),
			'windows-1251',
		),
	);
	expect(mail.title).toBe('Тема');
	expect(mail.fields?.creators?.[0]?.name).toBe('Альфа Бета');
	expect(mail.blocks.at(-1)?.text).toBe('Гамма дельта.');
	const [attachment] = mail.attachments ?? [];
	expect(attachment?.fileName).toBe('Письмо.txt');
	// Its bytes are those that were sent, whatever its name took.
	expect(iconv.decode(Buffer.from(attachment?.bytes ?? []), 'windows-1251').trim()).toBe('Эпсилон');
});

test('a page that a browser saved in one file is a page, with its address and day, and no mail', async () => {
	const page = await read(
		[
			'From: <Saved by Blink>',
			'Snapshot-Content-Location: https://example.org/alpha',
			'Subject: =?utf-8?Q?Alpha_=CE=B2?=',
			'Date: Tue, 5 Sep 2023 23:00:00 -0000',
			'MIME-Version: 1.0',
			'Content-Type: multipart/related; type="text/html"; boundary="b"',
			'',
			'--b',
			'Content-Type: text/html',
			'Content-Transfer-Encoding: quoted-printable',
			'Content-Location: https://example.org/alpha',
			'',
			'<html lang=3D"fr"><body><h1>Gamma</h1><p>delta epsilon</p><img src=3D"a.png"></body></html>',
			'--b',
			'Content-Type: image/png',
			'Content-Transfer-Encoding: base64',
			'Content-Location: https://example.org/a.png',
			'',
			'iVBORw0KGgo=',
			'--b--',
		],
		'alpha.mhtml',
	);
	expect(page).toMatchObject({
		importer: 'html',
		title: 'Alpha β',
		language: 'fr',
		parameters: { address: 'https://example.org/alpha', capturedAt: '2023-09-05T23:00:00.000Z' },
		fields: { dates: [{ type: 'received', edtf: '2023-09-05', inferred: '' }] },
		leftOut: [{ reason: message('import.reason.page-part', { mediaType: 'image/png' }) }],
	});
	expect(page.attachments).toBeUndefined();
	expect(page.blocks.map(({ text, figure }) => figure?.obstacle ?? text)).toEqual([
		'Gamma',
		'delta epsilon',
		'damaged',
	]);
});

test('what only has the name of a mail is read as text', async () => {
	expect(await read(['alpha beta'])).toMatchObject({ importer: 'plain-text', blocks: [{ text: 'alpha beta' }] });
});

test('a mail that nests without end is refused with the reason', async () => {
	const nested = Array.from({ length: 100 }, (_, at) => [
		`Content-Type: multipart/mixed; boundary=b${at}`,
		'',
		`--b${at}`,
	]);
	const refusal = await read([...head, ...nested.flat(), '', 'alpha']).catch(toErrorData);
	expect(refusal).toMatchObject({ detail: { reason: message('import.reason.mail-damaged') } });
});

test.each([
	['a', ['Received: x', 'From: a', 'To: b', 'Subject: c', '', 'd'], 'message/rfc822'],
	['a', ['From a@example.org Thu Feb 29 23:30:00 2024', 'From: a', '', 'b'], 'application/mbox'],
	['a.mbox', ['alpha'], 'application/mbox'],
	['a.txt', ['Received: x', 'From: a', 'To: b', '', 'd'], 'text/plain'],
	['a', ['From: a', '', 'b'], 'text/plain'],
])('%s with %j is %s', (fileName, lines, mediaType) => {
	expect(mediaTypeOf(fileName, Buffer.from(lines.join('\n')))).toBe(mediaType);
});

test('names of attachments hide nothing and are told apart', () => {
	const taken = new Set<string>();
	const names = ['C:\\a\\b.txt', '../b.txt', 'c\u202etxt.exe', '..', 'x'.repeat(300)];
	expect(names.map((name, at) => attachmentName(name, 'text/plain', at + 1, taken))).toEqual([
		'b.txt',
		'2 b.txt',
		'ctxt.exe',
		'attachment 4.txt',
		'x'.repeat(150),
	]);
});

test('a file of many mails gives each of them', async () => {
	const mailbox = await read(
		[
			'From a@example.org Thu Feb 29 23:30:00 2024',
			'Subject: first',
			'',
			'alpha',
			'>From beta',
			'',
			'From b@example.org Thu Feb 29 23:40:00 2024',
			'Subject: second',
			'',
			'From where it says From',
			'',
		],
		'letters.mbox',
	);
	expect(mailbox).toMatchObject({ title: 'letters', parameters: { mails: 2 } });
	expect(mailbox.attachments?.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString()])).toEqual([
		['mail 1.eml', 'Subject: first\r\n\r\nalpha\r\nFrom beta\r\n'],
		['mail 2.eml', 'Subject: second\r\n\r\nFrom where it says From\r\n'],
	]);
});

test('every mail of the outside data is read', async () => {
	const folder = sharedData('fixtures/eml-mail/spec/fixtures/emails');
	if (!folder) return;
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.eml'));
	const mails = new Map<string, Awaited<ReturnType<typeof read>>>();
	for (const path of paths) mails.set(path, await read(readFileSync(join(folder, path)), path));
	expect(mails.size).toBeGreaterThan(90);
	expect(mails.get('rfc6532/utf8_headers.eml')).toMatchObject({ title: 'Säying Hello' });
	expect(mails.get('plain_emails/basic_email.eml')).toMatchObject({ fields: { dates: [{ edtf: '2008-11-22' }] } });
	expect(mails.get('attachment_emails/attachment_with_quoted_filename.eml')).toMatchObject({
		title: 'Eelanalüüsi päring',
		attachments: [{ fileName: 'Eelanalüüsi päring.jpg' }],
	});
	expect(mails.get('multi_charset/japanese_shift_jis.eml')?.blocks.map(({ text }) => text)).toContain(
		'今後ともよろしくお願い申し上げます！',
	);
});
