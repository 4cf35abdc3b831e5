import type { ReceivedMark } from './importer.ts';
import { decoded, type Relations } from './office/relations.ts';
import { type SignedText, type SignKind, signFor } from './text-signs.ts';
import { attribute, elementsNamed, localName, parsedXml, type XmlElement } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

/** What a reviewer wrote beside the text. */
export interface Comment {
	id: string;
	/** The one that it answers. */
	replyTo: string | null;
	body: string;
	author: string;
	at: string | null;
}

/** More than people write; a file that has them was made to take time. */
const mostComments = 2_000;

/** The comments of a document, in the order of the file; those without words are none. */
export async function commentsIn(zip: ZipPackage, relations: Relations): Promise<Comment[]> {
	const part = async (kind: string) => {
		const found = [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`));
		return found ? parsedXml(decoded(await zip.read(found.target))) : null;
	};
	const root = await part('comments');
	if (!root) return [];
	const elements = elementsNamed(root, 'comment').slice(0, mostComments);
	const threads = await part('commentsExtended');
	const parents = new Map(
		(threads ? elementsNamed(threads, 'commentEx') : []).map((one) => [
			attribute(one, 'paraId'),
			attribute(one, 'paraIdParent'),
		]),
	);
	const byParagraph = new Map(elements.map((element) => [lastParagraph(element), attribute(element, 'id')]));
	return elements
		.map((element) => ({
			id: attribute(element, 'id'),
			replyTo: byParagraph.get(parents.get(lastParagraph(element)) || 'none') ?? null,
			body: elementsNamed(element, 'p').map(wordsOf).join('\n').trim(),
			author: attribute(element, 'author').trim(),
			at: instantOf(attribute(element, 'date')),
		}))
		.filter(({ id, body }) => /^-?\d+$/.test(id) && body !== '');
}

/** Threads name a comment by its last paragraph. */
function lastParagraph(comment: XmlElement): string {
	const last = elementsNamed(comment, 'p').at(-1);
	return last ? attribute(last, 'paraId') : '';
}

function wordsOf(paragraph: XmlElement): string {
	const words: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '\u2011' };
	return elementsNamed(paragraph, 'r')
		.flatMap((run) => run.children)
		.map((child) => ('name' in child ? (words[localName(child as XmlElement)] ?? textOf(child as XmlElement)) : ''))
		.join('');
}

function textOf(element: XmlElement): string {
	return localName(element) === 't' ? element.text : '';
}

/** Word writes the time of its clock and calls it UTC, others leave that out: the day is what can be relied on. */
function instantOf(date: string): string | null {
	const instant = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`);
	return Number.isNaN(instant.valueOf()) ? null : instant.toISOString();
}

const kinds: Readonly<Record<string, SignKind>> = { RangeStart: 'start', RangeEnd: 'end', Reference: 'at' };

/** The main part with signs where its comments begin, end and are referred to. */
export function signComments(document: string): string {
	return document.replaceAll(
		/<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*?\sw:id="(-?\d+)"[^>]*>/g,
		(element, which: string, id: string) => {
			const text = `<w:t>${signFor(kinds[which] as SignKind, id)}</w:t>`;
			// A reference stands in a run; what begins and ends stands between runs.
			return which === 'Reference' ? text + element : `<w:r>${text}</w:r>${element}`;
		},
	);
}

/** The comments as marks of readers, on the words that they are about. */
export function marksOf(comments: readonly Comment[], text: SignedText): ReceivedMark[] {
	return comments.map((comment) => ({
		...comment,
		range: comment.replyTo === null ? text.rangeOf(comment.id) : null,
		region: null,
	}));
}
