import type { MarkKind } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { type BlockWriter, shownAddress } from '../block-writer.ts';
import { decodeText } from '../encoding.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { refuse } from '../refusal.ts';
import type { Chat, ChatFile, ChatMessage } from './chat.ts';
import { chatBlocks, chatFields, filesBeside } from './chat-blocks.ts';

/**
 * Reads an export of Telegram Desktop (`result.json`): each message is a passage with its sender and time. An export of a
 * whole account is one text, each chat under a heading. Throws `unsupported-format` for one that is damaged.
 */
export function readTelegramJson(bytes: Uint8Array, { fileName, encoding }: ReadOptions): Extraction {
	const { text } = decodeText(bytes, { fileName, ...(encoding !== undefined && { encoding }) });
	const chats = chatsIn(parsed(text, fileName));
	const messages = chats.flatMap((chat) => chat.messages);
	const [only] = chats;
	const isOne = chats.length === 1 && only !== undefined;
	const blocks = isOne ? chatBlocks(only) : chats.flatMap((chat) => chatBlocks(chat, 1));
	return {
		mediaType: 'application/json',
		importer: 'telegram',
		importerVersion: '1',
		parameters: { messages: messages.length },
		language: guessLanguage(blocks.map((block) => block.text).join('\n')),
		title: (isOne && only.name) || titleFromFileName(fileName),
		blocks,
		fields: chatFields(messages),
		beside: filesBeside(messages),
	};
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string, fileName: string): Json {
	try {
		return objectOf(JSON.parse(text));
	} catch {
		throw refuse(fileName, message('import.reason.chat-damaged'));
	}
}

function chatsIn(root: Json): Chat[] {
	if (Array.isArray(root.messages)) return [chatOf(root)];
	return [root.chats, root.left_chats].flatMap((part) => listOf(objectOf(part).list)).map(chatOf);
}

function chatOf(chat: Json): Chat {
	return { name: textOf(chat.name), messages: listOf(chat.messages).map(messageOf) };
}

function messageOf(said: Json): ChatMessage {
	const isAct = said.type === 'service';
	const forwarded = 'forwarded_from' in said ? textOf(said.forwarded_from) || message('import.chat.unknown') : '';
	return {
		id: textOf(said.id),
		sender: textOf(said.from) || textOf(said.actor) || textOf(said.from_id) || textOf(said.actor_id),
		sentAt: zoned(textOf(said.date), textOf(said.date_unixtime)),
		editedAt: zoned(textOf(said.edited), textOf(said.edited_unixtime)),
		act: isAct ? actOf(said) : '',
		forwardedFrom: forwarded,
		replyTo: textOf(said.reply_to_message_id),
		files: filesOf(said),
		write: (writer) => {
			writeText(writer, said.text);
			writeFacts(writer, said);
		},
	};
}

/** What happened as the export names it, and what it names beside. */
function actOf(said: Json): string {
	const about = [said.title, said.new_title, ...(Array.isArray(said.members) ? said.members : [])].map(textOf);
	const named = about.filter((part) => part !== '').join(', ');
	return [textOf(said.action), named].filter((part) => part !== '').join(': ');
}

const fileKeys = ['photo', 'file'] as const;

/** A path leads below the export's folder; a sentence in its place says that the file was left out. */
function filesOf(said: Json): ChatFile[] {
	return fileKeys.flatMap((key): ChatFile[] => {
		const path = textOf(said[key]);
		if (path === '') return [];
		const isPath = !path.startsWith('(') && path.includes('/');
		return [{ path: isPath ? path : null, name: textOf(said.file_name) || textOf(said.media_type) || key }];
	});
}

const markOfType = new Map<string, MarkKind>(
	Object.entries({
		bold: 'strong',
		italic: 'emphasis',
		underline: 'underline',
		strikethrough: 'strike',
		code: 'code',
		pre: 'code',
	} as const),
);

/** A text is a string, or a list of strings and of stretches with a look. */
function writeText(writer: BlockWriter, text: unknown): void {
	for (const part of Array.isArray(text) ? text : [text]) {
		const { type, text: words, href } = objectOf(part);
		const write = () => writer.append(textOf(words ?? (typeof part === 'string' ? part : '')));
		const mark = markOfType.get(textOf(type));
		const address = type === 'link' ? textOf(words) : type === 'text_link' ? textOf(href) : '';
		const shown = address === '' ? null : shownAddress(address);
		if (shown) writer.mark('link', shown, write);
		else if (mark) writer.mark(mark, undefined, write);
		else write();
	}
}

/** What was sent instead of words: a place, a person's number, a question with its answers. */
function writeFacts(writer: BlockWriter, said: Json): void {
	const poll = objectOf(said.poll);
	const contact = objectOf(said.contact_information);
	const place = objectOf(said.location_information);
	const lines = [
		textOf(said.sticker_emoji),
		[said.place_name, said.address, place.latitude, place.longitude].map(textOf).filter(Boolean).join(', '),
		[contact.first_name, contact.last_name, contact.phone_number].map(textOf).filter(Boolean).join(' '),
		textOf(poll.question),
		...listOf(poll.answers).map((answer) => `– ${textOf(answer.text)} (${textOf(answer.voters)})`),
	];
	for (const line of lines.filter((each) => each !== '')) {
		writer.separateLines();
		writer.append(line);
	}
}

/**
 * The time as the export has it, by the clock of whoever made it, with the zone that follows from the instant beside it.
 * Both are in the same second, so their difference is a whole number of minutes.
 */
function zoned(date: string, unixSeconds: string): string {
	const local = Date.parse(`${date}Z`);
	const minutes = Math.round((local - Number(unixSeconds) * 1000) / 60_000);
	if (date === '' || unixSeconds === '' || !(Math.abs(minutes) <= 18 * 60)) return date;
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	const two = (number: number) => String(number).padStart(2, '0');
	return `${date}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

function objectOf(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): Json[] {
	return Array.isArray(value) ? value.map(objectOf) : [];
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
