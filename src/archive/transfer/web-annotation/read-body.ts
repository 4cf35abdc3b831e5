import type { TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationLoss } from '#shared/domain/annotation-transfer.ts';
import {
	type LinkEnd,
	type LinkOrigin,
	type LinkSide,
	type LinkType,
	linkEndKinds,
	linkOrigins,
	linkTypes,
} from '#shared/domain/link.ts';
import { parseRange } from '#shared/web-annotation/range-fragment.ts';
import { idOf, rangeSyntax } from '#shared/web-annotation/vocabulary.ts';
import { plainAsMarkdown } from '../plain-as-markdown.ts';
import { type FileObject, wellFormed } from './file-object.ts';
import { asList, isObject, type Json } from './json-guard.ts';
import { readInstant } from './read-instant.ts';
import { type ReadPlace, readPlaces } from './read-places.ts';

/** A link as a file has it; that its other end is here is checked where it is made. */
export interface ReadLink {
	id: string;
	type: LinkType;
	isOutgoing: boolean;
	other: { kind: LinkEnd['kind']; id: string; range?: TextRange };
	origin: LinkOrigin;
	createdAt: string | null;
	/** As a Lectern wrote it: where its ends on words stand in editions that it was not made on. */
	places: Record<LinkSide, ReadPlace[]>;
}

export interface ReadBody {
	/** Markdown. */
	text: string;
	tags: string[];
	links: ReadLink[];
}

const longestTag = 200;
/** Those that say how the body is written, which its other properties say too. */
const bodyTypes = ['TextualBody', 'SpecificResource', 'Choice', 'Composite', 'List', 'Independents', 'Text'];

/** What the bodies of an annotation come to: one note, its tags, its links. */
export function readBodies(annotation: FileObject, isTagging: boolean): ReadBody {
	const read: ReadBody & { texts: string[] } = { text: '', texts: [], tags: [], links: [] };
	const value = annotation.takeText('bodyValue');
	if (value !== undefined) read.texts.push(plainAsMarkdown(value));
	for (const body of asList(annotation.take('body'))) readBody(body, annotation, 'body', isTagging, read);
	if (read.texts.length > 1) annotation.losses.add('bodies-joined', String(read.texts.length));
	return { text: read.texts.join('\n\n'), tags: read.tags, links: read.links };
}

type Gathered = { texts: string[]; tags: string[]; links: ReadLink[] };

function readBody(body: Json, parent: FileObject, key: string, isTagging: boolean, into: Gathered): void {
	if (typeof body === 'string') {
		keepAddress(wellFormed(body), parent.losses.add.bind(parent.losses), into);
		return;
	}
	if (!isObject(body)) {
		if (body !== null) parent.losses.add('property', key);
		return;
	}
	const object = parent.part(body, key);
	const types = object.takeTypes(...bodyTypes);
	const purposes = object.takeTexts('purpose');
	const isTag = purposes.includes('tagging') || (purposes.length === 0 && isTagging);
	if (object.has('lectern:link')) readLink(object, into);
	else if (object.has('items')) readItems(object, types, isTag, into);
	else if (object.has('value')) readText(object, isTag, into);
	else readResource(object, isTag, into);
	object.end();
}

/** All of them are kept, one after the other; that they were alternatives, or belonged together, is lost. */
function readItems(object: FileObject, types: readonly string[], isTag: boolean, into: Gathered): void {
	object.losses.add(types.includes('Choice') ? 'choice' : 'set', types.join(', ') || 'items');
	object.takeId();
	for (const item of asList(object.take('items'))) readBody(item, object, 'items', isTag, into);
}

function readText(object: FileObject, isTag: boolean, into: Gathered): void {
	const value = object.takeText('value');
	const format = object.takeText('format') ?? 'text/plain';
	if (value === undefined) return;
	if (isTag) keepTag(value, object, into);
	else if (value !== '') into.texts.push(asMarkdown(value, format, object));
}

function asMarkdown(value: string, format: string, object: FileObject): string {
	const [mediaType] = format.toLowerCase().split(';');
	if (mediaType === 'text/markdown') return value;
	if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') object.losses.add('html', object.path);
	else if (mediaType !== 'text/plain') object.losses.add('format', format);
	return plainAsMarkdown(value);
}

/** Something that lies elsewhere: its address is kept. Nothing is ever fetched. */
function readResource(object: FileObject, isTag: boolean, into: Gathered): void {
	const source = object.takeObject('source');
	const address = source?.takeId() ?? object.takeText('source') ?? object.takeId();
	source?.takeTypes('Text');
	source?.end();
	if (address === undefined) return;
	if (isTag) keepTag(address, object, into);
	else keepAddress(address, object.losses.add.bind(object.losses), into);
}

function keepAddress(
	address: string,
	lose: (kind: AnnotationLoss['kind'], what: string) => void,
	into: Gathered,
): void {
	lose('body-address', address);
	into.texts.push(plainAsMarkdown(address));
}

function keepTag(value: string, object: FileObject, into: Gathered): void {
	const tag = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	if (tag === '' || tag.length > longestTag) object.losses.add('tag', tag);
	else into.tags.push(tag);
}

function readLink(object: FileObject, into: Gathered): void {
	const link = object.takeObject('lectern:link');
	const address = object.takeText('source') ?? '';
	const range = readRange(object);
	const id = idOf(link?.takeText('id') ?? '');
	const type = linkTypes.find((each) => each === link?.takeText('relation'));
	const kind = linkEndKinds.find((each) => each === link?.takeText('kind'));
	const direction = link?.takeText('direction');
	const origin = linkOrigins.find((each) => each === link?.takeText('origin')) ?? 'user';
	const createdAt = readInstant(link?.takeText('created') ?? '');
	const otherId = idOf(address);
	const places = {
		from: link ? readPlaces(link, 'fromPlaces') : [],
		to: link ? readPlaces(link, 'toPlaces') : [],
	};
	link?.end();
	if (!id || !type || !kind || !otherId) {
		object.losses.add('link', address);
		return;
	}
	const other = { kind, id: otherId, ...(range && { range }) };
	into.links.push({ id, type, isOutgoing: direction !== 'from', other, origin, createdAt, places });
}

function readRange(object: FileObject): TextRange | null {
	const selector = object.takeObject('selector');
	if (!selector) return null;
	selector.takeTypes('FragmentSelector');
	const isOwn = selector.takeText('conformsTo') === rangeSyntax;
	const range = isOwn ? parseRange(selector.takeText('value') ?? '') : null;
	selector.end();
	return range;
}
