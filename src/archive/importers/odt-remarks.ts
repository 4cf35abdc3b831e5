import { type Comment, instantOfComment, mostComments } from './comments.ts';
import type { TextSigns } from './text-signs.ts';
import { attribute, childElements, elementsNamed, localName, type XmlElement } from './xml.ts';

/** What a reader remarked; '' for nothing. */
export function wordsOfRemark(remark: XmlElement): string {
	return elementsNamed(remark, 'p')
		.map(({ text }) => text)
		.join('\n\n')
		.trim();
}

/** Gathers what readers of an OpenDocument text remarked, as its elements come by, and gives signs for where. */
export class OdtRemarks {
	readonly comments: Comment[] = [];
	/** Ends and answers name what they belong to by it. */
	readonly #ids = new Map<string, string>();
	readonly #signs: TextSigns;
	#count = 0;

	constructor(signs: TextSigns) {
		this.#signs = signs;
	}

	/** The sign that stands where the remark begins, or is; '' for one without words. */
	begin(remark: XmlElement): string {
		const body = wordsOfRemark(remark);
		if (body === '' || this.#count >= mostComments) return '';
		const id = String(this.#count);
		this.#count += 1;
		const name = attribute(remark, 'name');
		if (name !== '') this.#ids.set(name, id);
		const about = (element: string) =>
			childElements(remark)
				.find((child) => localName(child) === element)
				?.text.trim() ?? '';
		const replyTo = this.#ids.get(attribute(remark, 'parent-name')) ?? null;
		this.comments.push({ id, replyTo, body, author: about('creator'), at: instantOfComment(about('date')) });
		return this.#signs.sign(name === '' ? 'at' : 'start', id);
	}

	end(element: XmlElement): string {
		const id = this.#ids.get(attribute(element, 'name'));
		return id === undefined ? '' : this.#signs.sign('end', id);
	}
}
