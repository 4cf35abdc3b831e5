import type { Block } from '#shared/domain/block.ts';
import type { Creator, RecordDate } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { BlockWriter } from '../block-writer.ts';
import type { Extraction } from '../importer.ts';
import type { Chat, ChatMessage } from './chat.ts';

/** Of a large group the description names no more. */
const mostSenders = 20;

/**
 * The blocks of a chat: one passage a message, so that whatever is searched, quoted or cited of it carries who said it
 * and when. @param level of the heading for its name; 0 where that is the title
 */
export function chatBlocks({ name, messages }: Chat, level = 0): Block[] {
	const writer = new BlockWriter();
	const byId = new Map(messages.map((each) => [each.id, each]));
	for (const each of messages) {
		writeMessage(writer, each, byId);
		writer.end({ kind: 'paragraph' });
	}
	const head: Block = level === 0 ? { kind: 'title', text: name } : { kind: 'heading', text: name, level };
	return name === '' ? writer.blocks : [head, ...writer.blocks];
}

function writeMessage(writer: BlockWriter, said: ChatMessage, byId: ReadonlyMap<string, ChatMessage>): void {
	writer.mark('strong', undefined, () => writer.append(said.sender));
	writer.append([said.sender === '' ? '' : ' · ', shownTime(said.sentAt)].join(''));
	const lines = [
		...(said.forwardedFrom === '' ? [] : [message('import.chat.forwarded', { from: said.forwardedFrom })]),
		...(said.replyTo === '' ? [] : [replyLine(said.replyTo, byId.get(said.replyTo))]),
	];
	for (const line of lines) writeAside(writer, line);
	if (said.act !== '') writeAside(writer, said.act);
	writer.separateLines();
	said.write(writer);
	for (const { path, name } of said.files)
		writeAside(
			writer,
			message(path === null ? 'import.chat.file-missing' : 'import.chat.file', { name: path ?? name }),
		);
	if (said.editedAt !== '') writeAside(writer, message('import.chat.edited', { at: shownTime(said.editedAt) }));
}

/** What the export says of a message, told apart from its words. */
function writeAside(writer: BlockWriter, line: string): void {
	writer.separateLines();
	writer.mark('emphasis', undefined, () => writer.append(line));
}

function replyLine(id: string, answered: ChatMessage | undefined): string {
	if (!answered) return message('import.chat.reply-unknown', { id });
	return message('import.chat.reply', { sender: answered.sender, at: shownTime(answered.sentAt) });
}

function shownTime(at: string): string {
	return at.replace('T', ' ').replace(/(?=[+-]\d\d:\d\d$)/, ' UTC');
}

/** What the messages say of the whole: who spoke, and from when to when. */
export function chatFields(messages: readonly ChatMessage[]): NonNullable<Extraction['fields']> {
	const senders = new Set(messages.filter(({ act }) => act === '').map(({ sender }) => sender));
	senders.delete('');
	const creators = [...senders]
		.slice(0, mostSenders)
		.map((name): Creator => ({ name, role: 'sender', certainty: 'stated' }));
	const days = messages.flatMap(({ sentAt }) => /^\d{4}-\d\d-\d\d/.exec(sentAt) ?? []).sort();
	return { kind: 'chat', creators, dates: datesOf(days[0], days.at(-1)) };
}

function datesOf(first: string | undefined, last: string | undefined): RecordDate[] {
	if (!first || !last) return [];
	return [{ type: 'sent', edtf: first === last ? first : `${first}/${last}`, inferred: '' }];
}

/** Paths of the files that the export has beside it. */
export function filesBeside(messages: readonly ChatMessage[]): string[] {
	return [...new Set(messages.flatMap(({ files }) => files.flatMap(({ path }) => path ?? [])))];
}
