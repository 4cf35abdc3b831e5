import { type Comment, instantOfComment, mostComments } from './comments.ts';
import { paragraphsOf } from './docx-margins.ts';
import { decoded, type Relations } from './office/relations.ts';
import type { SignKind, TextSigns } from './text-signs.ts';
import { attribute, elementsNamed, parsedXml, type XmlElement } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

export interface DocxComments {
	comments: Comment[];
	/** Whether there are more, which could not be taken. */
	hasMore: boolean;
}

/** The comments of a document, in the order of the file; those without words are none. */
export async function commentsIn(zip: ZipPackage, relations: Relations): Promise<DocxComments> {
	const part = async (kind: string) => {
		const found = [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`));
		return found ? decoded(await zip.read(found.target)) : '';
	};
	const source = await part('comments');
	const root = parsedXml(source);
	if (!root) return { comments: [], hasMore: source.trim() !== '' };
	const elements = elementsNamed(root, 'comment');
	const threads = parsedXml(await part('commentsExtended'));
	const parents = new Map(
		(threads ? elementsNamed(threads, 'commentEx') : []).map((one) => [
			attribute(one, 'paraId'),
			attribute(one, 'paraIdParent'),
		]),
	);
	const byParagraph = new Map(elements.map((element) => [lastParagraph(element), attribute(element, 'id')]));
	const found = elements
		.map((element) => ({
			id: attribute(element, 'id'),
			replyTo: byParagraph.get(parents.get(lastParagraph(element)) || 'none') ?? null,
			body: paragraphsOf(element)
				.map(({ text }) => text)
				.join('\n\n')
				.trim(),
			author: attribute(element, 'author').trim(),
			at: instantOfComment(attribute(element, 'date')),
		}))
		.filter(({ body }) => body !== '');
	const comments = found.filter(({ id }) => /^-?\d+$/.test(id)).slice(0, mostComments);
	return { comments, hasMore: comments.length < found.length };
}

/** Threads name a comment by its last paragraph. */
function lastParagraph(comment: XmlElement): string {
	const last = elementsNamed(comment, 'p').at(-1);
	return last ? attribute(last, 'paraId') : '';
}

const kinds: Readonly<Record<string, SignKind>> = { RangeStart: 'start', RangeEnd: 'end', Reference: 'at' };

/** The main part with signs where its comments begin, end and are referred to. */
export function signComments(document: string, signs: TextSigns): string {
	return document.replaceAll(
		/<w:comment(RangeStart|RangeEnd|Reference)(?=[\s/>])([^<>]*)>/g,
		(element, which: string, attributes: string) => {
			const id = /\sw:id\s*=\s*(["'])(-?\d+)\1/.exec(attributes)?.[2];
			if (id === undefined) return element;
			const text = `<w:t>${signs.sign(kinds[which] as SignKind, id)}</w:t>`;
			// A reference stands in a run; what begins and ends stands between runs.
			return which === 'Reference' ? text + element : `<w:r>${text}</w:r>${element}`;
		},
	);
}
