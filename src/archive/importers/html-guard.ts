/**
 * Deeper than any page that was written for reading. Parsing costs time with the depth of the tree, and walking it
 * costs stack, so what is deeper is flattened first.
 */
const deepest = 400;

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** A second start tag of these closes the first, so a page may leave all of them open without any depth. */
const selfClosing = new Set('p li dt dd tr td th thead tbody tfoot option optgroup colgroup a'.split(' '));
/** What these hold is not markup, and not text of the page either. */
const rawText = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
const blockLevel = new Set(
	'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
		' ',
	),
);

export interface Tag {
	name: string;
	isEnd: boolean;
	/** Where the tag begins, and where what follows it begins: after the content too, if that is not markup. */
	start: number;
	end: number;
}

/** Beyond either of these the parsed page would not fit the memory an importer is given. */
const mostTags = 200_000;
const longestPage = 8 * 1024 * 1024;
const pieceLength = 1024 * 1024;

/** Whether a page nests more deeply, or is larger, than it is safe to parse. Counts tags in one pass over the source. */
export function isTooMuch(source: string): boolean {
	if (source.length > longestPage) return true;
	const open = new Map<string, number>();
	let depth = 0;
	let count = 0;
	for (const { name, isEnd } of tagsIn(source)) {
		count += 1;
		if (count > mostTags) return true;
		if (voidElements.has(name) || selfClosing.has(name) || rawText.has(name)) continue;
		const openOfName = open.get(name) ?? 0;
		if (isEnd && openOfName === 0) continue;
		open.set(name, isEnd ? openOfName - 1 : openOfName + 1);
		depth += isEnd ? -1 : 1;
		if (depth > deepest) return true;
	}
	return false;
}

/**
 * The page's text with nothing left of its structure but its title and where paragraphs and lines end, in pieces that
 * can be parsed one by one; each ends where a paragraph does.
 */
export function flattenHtml(source: string): string[] {
	const pieces: string[] = [];
	let parts: string[] = [];
	let length = 0;
	let from = 0;
	const add = (part: string) => {
		if (part === '') return;
		parts.push(part);
		length += part.length;
	};
	for (const { name, start, end } of tagsIn(source)) {
		add(source.slice(from, start));
		from = end;
		if (name === 'br') add('<br>');
		else if (name === 'title') add(source.slice(start, end));
		if (!blockLevel.has(name)) continue;
		if (length > pieceLength) {
			pieces.push(parts.join(''));
			parts = [];
			length = 0;
		}
		if (parts.at(-1) !== '<p>') add('<p>');
	}
	add(source.slice(from));
	pieces.push(parts.join(''));
	return pieces;
}

/** Tags of the source in order. Comments and elements with raw text are passed over; every step moves on. */
export function* tagsIn(source: string): Generator<Tag> {
	const pattern = /<(\/?)([a-z][a-z0-9:-]*)|<[!?]/gi;
	for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
		const [opening, slash, word] = found;
		const start = found.index;
		const name = word?.toLowerCase() ?? '!';
		let end = endOfTag(source, start, start + opening.length);
		const isEnd = slash === '/';
		if (!isEnd && rawText.has(name)) end = endOfRawText(source, name, end);
		pattern.lastIndex = end;
		yield { name, isEnd, start, end };
	}
}

function endOfTag(source: string, start: number, from: number): number {
	const isComment = source.startsWith('<!--', start);
	const close = isComment ? source.indexOf('-->', from) : source.indexOf('>', from);
	if (close < 0) return source.length;
	return close + (isComment ? 3 : 1);
}

function endOfRawText(source: string, name: string, from: number): number {
	const close = new RegExp(`</${name}`, 'gi');
	close.lastIndex = from;
	const found = close.exec(source);
	return found ? endOfTag(source, found.index, close.lastIndex) : source.length;
}
