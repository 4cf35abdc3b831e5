import type { Element, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { message } from '#shared/messages/messages.ts';
import { type BlockWriter, shownAddress } from '../block-writer.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { isElement, markOf, textOf } from '../html-elements.ts';
import { isTooMuch } from '../html-guard.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import type { Chat, ChatFile, ChatMessage } from './chat.ts';
import { chatBlocks, chatFields, filesBeside } from './chat-blocks.ts';

/**
 * Reads a page of an export of Telegram Desktop (`messages.html`), as its export in JSON is read; null for one that has no
 * messages, or is too much for the parser of HTML.
 */
export function readTelegramHtml(bytes: Uint8Array, options: ReadOptions): Extraction | null {
	const { text } = decodeMarkup(bytes, options);
	if (isTooMuch(text)) return null;
	const chat = chatOf(unified().use(rehypeParse).parse(text));
	if (chat.messages.length === 0) return null;
	const blocks = chatBlocks(chat);
	return {
		mediaType: 'text/html',
		importer: 'telegram',
		importerVersion: '1',
		parameters: { messages: chat.messages.length },
		language: guessLanguage(blocks.map((block) => block.text).join('\n')),
		title: chat.name || titleFromFileName(options.fileName),
		blocks,
		fields: chatFields(chat.messages),
		beside: filesBeside(chat.messages),
	};
}

function chatOf(page: Root): Chat {
	const header = first(page, 'page_header');
	const name = header && first(header, 'bold');
	const messages: ChatMessage[] = [];
	for (const element of all(page, 'message')) {
		const said = messageOf(element, messages.at(-1));
		if (said) messages.push(said);
	}
	return { name: name ? textOf(name) : '', messages };
}

function messageOf(element: Element, before: ChatMessage | undefined): ChatMessage | null {
	const body = first(element, 'body');
	if (!body) return null;
	const isAct = has(element, 'service');
	const forwarded = first(body, 'forwarded');
	// What was passed on has a sender, time and text of its own in it.
	const passedOn = new Set(forwarded ? elementsIn(forwarded) : []);
	const own = (name: string) => all(body, name).find((each) => !passedOn.has(each)) ?? null;
	const sender = own('from_name');
	const date = own('date');
	const words = first(forwarded ?? body, 'text');
	const reply = own('reply_to');
	return {
		id: String(element.properties.id ?? ''),
		sender: sender ? textOf(sender) : has(element, 'joined') ? (before?.sender ?? '') : '',
		sentAt: timeOf(String(date?.properties.title ?? '')) || (isAct ? '' : (before?.sentAt ?? '')),
		editedAt: '',
		act: isAct ? textOf(body) : '',
		forwardedFrom: forwarded ? forwardedFrom(forwarded) : '',
		replyTo: reply ? (/#go_to_(message\d+)/.exec(addressIn(reply))?.[1] ?? '') : '',
		files: isAct ? [] : filesOf(body),
		write: (writer) => {
			if (!isAct && words) writeWords(writer, words);
		},
	};
}

function forwardedFrom(forwarded: Element): string {
	const name = first(forwarded, 'from_name');
	// The time of the first message stands within its sender's name.
	const words = name?.children.filter((child) => !isElement(child) || !has(child, 'date')) ?? [];
	return textOf({ type: 'root', children: words as RootContent[] }) || message('import.chat.unknown');
}

/** Pictures and files that the message shows, each once. */
function filesOf(body: Element): ChatFile[] {
	return all(body, 'media_wrap').flatMap((wrap): ChatFile[] => {
		const address = addressIn(wrap);
		const title = first(wrap, 'title');
		const name = title ? textOf(title) : '';
		if (address !== '' && !/^[a-z][\w+.-]*:/i.test(address)) return [{ path: decoded(address), name: name || address }];
		return name === '' ? [] : [{ path: null, name }];
	});
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** `04.03.2021 05:06:07 UTC+04:00` as ISO 8601. */
function timeOf(written: string): string {
	const found = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?/.exec(written);
	if (!found) return '';
	const [, day, month, year, time, zone = ''] = found;
	return `${year}-${month}-${day}T${time}${zone}`;
}

function writeWords(writer: BlockWriter, parent: Element): void {
	for (const child of parent.children) {
		if (child.type === 'text') writer.appendCollapsed(child.value);
		else if (isElement(child)) writeElement(writer, child);
	}
}

function writeElement(writer: BlockWriter, element: Element): void {
	const inside = () => writeWords(writer, element);
	const kind = markOf[element.tagName];
	const address = element.tagName === 'a' ? shownAddress(String(element.properties.href ?? '')) : null;
	if (element.tagName === 'br') writer.breakLine();
	else if (address) writer.mark('link', address, inside);
	else if (kind) writer.mark(kind, undefined, inside);
	else inside();
}

function addressIn(element: Element): string {
	const link = element.tagName === 'a' ? element : findLink(element);
	return String(link?.properties.href ?? '');
}

function findLink(root: Element): Element | null {
	return [...elementsIn(root)].find(({ tagName }) => tagName === 'a') ?? null;
}

function first(root: Root | Element, className: string): Element | null {
	return all(root, className)[0] ?? null;
}

function all(root: Root | Element, className: string): Element[] {
	return [...elementsIn(root)].filter((element) => has(element, className));
}

function has(element: Element, className: string): boolean {
	const { className: names } = element.properties;
	return Array.isArray(names) && names.includes(className);
}

/** In document order; with a list of its own, since the tree can be deep. */
function* elementsIn(root: Root | Element): Generator<Element> {
	const waiting: (Root | RootContent)[] = root.children.toReversed();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (isElement(node)) yield node;
		if ('children' in node) waiting.push(...node.children.toReversed());
	}
}
