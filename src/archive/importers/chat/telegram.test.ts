import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { readDocument } from '../registry.ts';
import { refusalOf } from '../test-processes/outcomes.ts';

const messages = [
	{
		...{ id: 1, type: 'service', date: '2021-03-04T05:06:07', date_unixtime: '1614819967', actor: 'Alpha One' },
		...{ action: 'create_group', title: 'Sample group', members: ['Beta'], text: '' },
	},
	{
		...{ id: 2, type: 'message', date: '2021-03-04T05:07:00', date_unixtime: '1614820020', from: 'Alpha One' },
		text: [
			'gamma ',
			{ type: 'bold', text: 'delta' },
			' ',
			{ type: 'text_link', text: 'here', href: 'https://example.org/' },
		],
	},
	{
		...{ id: 3, type: 'message', date: '2021-03-05T00:00:00', date_unixtime: '1614884400', from: 'Beta' },
		...{ reply_to_message_id: 2, forwarded_from: 'Epsilon', photo: 'photos/photo_1.jpg', text: 'zeta\neta' },
		...{ edited: '2021-03-05T00:01:00', edited_unixtime: '1614884460' },
	},
	{
		...{ id: 4, type: 'message', date: '2021-03-05T00:02:00', from: null, from_id: 'user9', reply_to_message_id: 99 },
		...{ file: '(File not included. Change data exporting settings to download.)', media_type: 'voice_message' },
		...{ text: '', forwarded_from: null, poll: { question: 'Theta?', answers: [{ text: 'iota', voters: 3 }] } },
	},
];
const chat = { name: 'Sample chat', type: 'private_group', id: 7, messages };
const read = (content: unknown, fileName = 'result.json') =>
	readDocument(Buffer.from(JSON.stringify(content, null, 1)), { fileName });

describe('a chat exported as JSON', () => {
	test.each(['result.json', 'no ending'])('is a text of one passage a message (%s)', async (fileName) => {
		const { title, blocks, importer, fields, beside, parameters } = await read(chat, fileName);
		expect({ title, importer, beside, parameters }).toEqual({
			...{ title: 'Sample chat', importer: 'telegram', beside: ['photos/photo_1.jpg'], parameters: { messages: 4 } },
		});
		expect(fields).toEqual({
			kind: 'chat',
			creators: ['Alpha One', 'Beta', 'user9'].map((name) => ({ name, role: 'sender', certainty: 'stated' })),
			dates: [{ type: 'sent', edtf: '2021-03-04/2021-03-05', inferred: '' }],
		});
		const zone = 'UTC+04:00';
		expect(blocks.map(({ text }) => text)).toEqual([
			'Sample chat',
			`Alpha One · 2021-03-04 05:06:07 ${zone}\ncreate_group: Sample group, Beta`,
			`Alpha One · 2021-03-04 05:07:00 ${zone}\ngamma delta here`,
			[
				`Beta · 2021-03-05 00:00:00 UTC+05:00`,
				message('import.chat.forwarded', { from: 'Epsilon' }),
				message('import.chat.reply', { sender: 'Alpha One', at: `2021-03-04 05:07:00 ${zone}` }),
				'zeta',
				'eta',
				message('import.chat.file', { name: 'photos/photo_1.jpg' }),
				message('import.chat.edited', { at: '2021-03-05 00:01:00 UTC+05:00' }),
			].join('\n'),
			[
				'user9 · 2021-03-05 00:02:00',
				message('import.chat.forwarded', { from: message('import.chat.unknown') }),
				message('import.chat.reply-unknown', { id: '99' }),
				'Theta?',
				'– iota (3)',
				message('import.chat.file-missing', { name: 'voice_message' }),
			].join('\n'),
		]);
		expect(blocks[2]?.marks).toEqual([
			{ start: 0, end: 9, kind: 'strong' },
			{ start: 48, end: 53, kind: 'strong' },
			{ start: 54, end: 58, kind: 'link', value: 'https://example.org/' },
		]);
	});

	test('of a whole account is one text, its chats under headings', async () => {
		const about = 'Here is the data you requested. It was exported from Telegram.';
		const { title, blocks } = await read(
			{ about, chats: { list: [chat, { ...chat, name: 'Other chat' }] } },
			'all.json',
		);
		expect(title).toBe('all');
		const headings = blocks.filter(({ kind }) => kind === 'heading');
		expect(headings.map(({ text, level }) => [text, level])).toEqual([
			['Sample chat', 1],
			['Other chat', 1],
		]);
	});

	test('that is cut off is refused; what only looks alike is text', async () => {
		const whole = Buffer.from(JSON.stringify(chat));
		expect(await refusalOf(whole.subarray(0, -20), 'a.json')).toBe(message('import.reason.chat-damaged'));
		expect(await read({ name: 'a', messages: [] })).toMatchObject({ importer: 'plain-text' });
		const odd = {
			name: 'a',
			type: 'personal_chat',
			id: 1,
			messages: [null, 7, [], { text: { a: 1 }, poll: 'x' }, { id: {} }],
		};
		expect(
			(await read({ ...odd, messages: [...odd.messages, { text: 'beta', date: 'x', date_unixtime: 'y' }] })).blocks,
		).toMatchObject([{ text: 'a' }, { text: 'x\nbeta' }]);
	});
});

describe('a chat exported as pages', () => {
	const page = (body: string) =>
		`<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title><link href="css/style.css" rel="stylesheet"/><script src="js/script.js" type="text/javascript"></script></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Sample chat</div></div></div><div class="page_body chat_page"><div class="history">${body}</div></div></div></body></html>`;
	const said = (id: number, inside: string, more = '') =>
		`<div class="message default clearfix${more}" id="message${id}"><div class="body"><div class="pull_right date details" title="04.03.2021 05:0${id}:00 UTC+04:00">05:0${id}</div>${inside}</div></div>`;

	test('is read as from JSON', async () => {
		const html = page(
			[
				'<div class="message service" id="message-1"><div class="body details">4 March 2021</div></div>',
				said(1, '<div class="from_name">Alpha One</div><div class="text">gamma <strong>delta</strong><br>eta</div>'),
				said(2, '<div class="text">theta</div>', ' joined'),
				said(
					3,
					'<div class="from_name">Beta</div><div class="reply_to details">In reply to <a href="#go_to_message1">this message</a></div><div class="media_wrap clearfix"><a class="photo_wrap" href="photos/photo%201.jpg"></a></div>',
				),
				said(
					4,
					'<div class="from_name">Beta</div><div class="forwarded body"><div class="from_name">Epsilon <span class="date details" title="01.02.2021 00:00:00">x</span></div><div class="text">zeta <a href="javascript:alert(1)">iota</a></div></div>',
				),
			].join(''),
		);
		const { title, blocks, importer, beside } = await readDocument(Buffer.from(html), { fileName: 'messages.html' });
		expect({ title, importer, beside }).toEqual({
			...{ title: 'Sample chat', importer: 'telegram', beside: ['photos/photo 1.jpg'] },
		});
		const at = (minute: number) => `2021-03-04 05:0${minute}:00 UTC+04:00`;
		expect(blocks.map(({ text }) => text)).toEqual([
			'Sample chat',
			'4 March 2021',
			`Alpha One · ${at(1)}\ngamma delta\neta`,
			`Alpha One · ${at(2)}\ntheta`,
			[
				`Beta · ${at(3)}`,
				message('import.chat.reply', { sender: 'Alpha One', at: at(1) }),
				message('import.chat.file', { name: 'photos/photo 1.jpg' }),
			].join('\n'),
			[`Beta · ${at(4)}`, message('import.chat.forwarded', { from: 'Epsilon' }), 'zeta iota'].join('\n'),
		]);
	});

	test('without messages is a page like any other', async () => {
		const { importer } = await readDocument(Buffer.from(page('<p>alpha</p>')), { fileName: 'a.html' });
		expect(importer).toBe('html');
	});
});
