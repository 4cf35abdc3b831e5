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

interface Tag {
	name: string;
	isEnd: boolean;
	/** Where the tag begins, and where what follows it begins: after the content too, if that is not markup. */
	start: number;
	end: number;
}

/** Whether a page nests more deeply than it is safe to parse. Counts tags in one pass over the source. */
export function isTooDeep(source: string): boolean {
	const open = new Map<string, number>();
	let depth = 0;
	for (const { name, isEnd } of tags(source)) {
		if (voidElements.has(name) || selfClosing.has(name) || rawText.has(name)) continue;
		const count = open.get(name) ?? 0;
		if (isEnd && count === 0) continue;
		open.set(name, isEnd ? count - 1 : count + 1);
		depth += isEnd ? -1 : 1;
		if (depth > deepest) return true;
	}
	return false;
}

/** The page's text with nothing left of its structure but its title and where paragraphs and lines end. */
export function flattenHtml(source: string): string {
	const parts: string[] = [];
	let from = 0;
	for (const { name, start, end } of tags(source)) {
		parts.push(source.slice(from, start));
		if (name === 'br') parts.push('<br>');
		else if (name === 'title') parts.push(source.slice(start, end));
		else if (blockLevel.has(name)) parts.push('<p>');
		from = end;
	}
	parts.push(source.slice(from));
	return parts.join('');
}

/** Tags of the source in order. Comments and elements with raw text are passed over; every step moves on. */
function* tags(source: string): Generator<Tag> {
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
