import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from '#shared/domain/block.ts';
import { countWords } from '#shared/text/count-words.ts';
import { readHtml } from './html-page.ts';

/** The part of a page that it was made for. */
export interface Article {
	blocks: Block[];
	/** How many words of the page stand around it. */
	wordsAround: number;
}

/** UTF-16 units of source; of a larger page, more trees would take seconds and much memory: it is taken whole. */
const longestSource = 1_000_000;
/** Of the text of the page: a list of articles is none. */
const leastShare = 0.2;
/** Blocks between a headline and the article below it, such as who wrote it and when. */
const longestHead = 8;
/** What of the DOM is used here. This is no browser, and the project has no types of one. */
interface DomElement {
	readonly localName: string;
	readonly parentElement: DomElement | null;
	readonly firstElementChild: DomElement | null;
	readonly lastElementChild: DomElement | null;
	readonly childNodes: Iterable<{ nodeType: number; textContent: string | null }>;
	readonly outerHTML: string;
	querySelectorAll(selectors: string): Iterable<DomElement>;
	matches(selectors: string): boolean;
	closest(selectors: string): DomElement | null;
	contains(other: DomElement): boolean;
	getAttribute(name: string): string | null;
	setAttribute(name: string, value: string): void;
	remove(): void;
}
type DomDocument = Pick<DomElement, 'querySelectorAll'> & { readonly body: DomElement };
type GivenDocument = Parameters<typeof isProbablyReaderable>[0];

const textNode = 3;
/** Elements of a page by their place in it. */
const placeAttribute = 'data-lectern-place';
const around = 'nav, aside, footer, [role=navigation], [role=complementary], [role=contentinfo]';

/**
 * The article of a page: the whole of the element that Mozilla's Readability finds it in, with its headline. Readability
 * itself also takes out of that what looks like no article, a short opening or a table for one; here it only says where to
 * look, so that nothing of a source is lost within it. Null where it finds none, or nothing stands around it.
 *
 * @param page the blocks of all of the page
 */
export function articleOf(source: string, page: readonly Block[]): Article | null {
	const html = source.length > longestSource ? null : articleIn(source);
	const start = html === null ? null : placeOf(readHtml(html).blocks, page);
	if (!start) return null;
	const blocks = page.slice(withHead(page, start.first), start.end);
	const wordsAround = wordCount(page) - wordCount(blocks);
	return wordsAround > 0 && length(blocks) >= leastShare * length(page) ? { blocks, wordsAround } : null;
}

/** The element around all that Readability finds, as HTML. */
function articleIn(source: string): string | null {
	const document = parsePage(source);
	const elements = [...document.querySelectorAll('*')];
	elements.forEach((element, place) => {
		element.setAttribute(placeAttribute, String(place));
	});
	const found = findArticle(document as unknown as GivenDocument);
	if (!found) return null;
	// Readability has taken the first tree apart.
	const whole = parsePage(source);
	const originals = [...whole.querySelectorAll('*')];
	const container = commonAncestor(placesIn(found).flatMap((place) => originals[place] ?? []));
	if (!container) return null;
	if (container.localName === 'body' || container.localName === 'html') stripEnds(whole.body);
	return (container.localName === 'html' ? whole.body : container).outerHTML;
}

function parsePage(source: string): DomDocument {
	return parseHTML(source).document as unknown as DomDocument;
}

function findArticle(document: GivenDocument): DomElement | null {
	if (!isProbablyReaderable(document)) return null;
	try {
		const reader = new Readability<DomElement>(document, {
			keepClasses: true,
			serializer: (node) => node as unknown as DomElement,
		});
		return reader.parse()?.content ?? null;
	} catch {
		// A page that it cannot take apart has no article for us: it is taken whole, and nothing of it is lost.
		return null;
	}
}

/** Where the elements with text of their own stood in the page. */
function placesIn(found: DomElement): number[] {
	const places = new Set<number>();
	for (const element of found.querySelectorAll('*')) {
		const hasText = [...element.childNodes].some(
			({ nodeType, textContent }) => nodeType === textNode && textContent?.trim(),
		);
		const place = hasText ? element.closest(`[${placeAttribute}]`)?.getAttribute(placeAttribute) : null;
		if (place) places.add(Number(place));
	}
	return [...places];
}

function commonAncestor(elements: readonly DomElement[]): DomElement | null {
	let common = elements[0] ?? null;
	for (const element of elements) while (common && !common.contains(element)) common = common.parentElement;
	return common;
}

/** Takes menus, margins and imprints away before and behind a text that stands in no element of its own. */
function stripEnds(body: DomElement): void {
	for (const end of ['firstElementChild', 'lastElementChild'] as const)
		for (let at = body[end]; at?.matches(around); at = body[end]) at.remove();
}

/** Where these blocks stand in the page, one after another. */
function placeOf(blocks: readonly Block[], page: readonly Block[]): { first: number; end: number } | null {
	const [opening] = blocks;
	if (!opening) return null;
	for (let first = 0; first + blocks.length <= page.length; first += 1) {
		if (page[first]?.text === opening.text && blocks.every(({ text }, at) => page[first + at]?.text === text))
			return { first, end: first + blocks.length };
	}
	return null;
}

/** Where its headline stands, if that is near; else where it begins. */
function withHead(page: readonly Block[], first: number): number {
	for (let at = first; at >= Math.max(0, first - longestHead); at -= 1) {
		const kind = page[at]?.kind;
		if (kind === 'title' || (kind === 'heading' && page[at]?.level === 1)) return at;
	}
	return first;
}

function length(blocks: readonly Block[]): number {
	return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function wordCount(blocks: readonly Block[]): number {
	return blocks.reduce((sum, { text }) => sum + countWords(text), 0);
}
