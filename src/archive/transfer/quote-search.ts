import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { PassageText } from './passage-text.ts';
import type { Quote } from './web-annotation/read-target.ts';

/** Characters by which a quotation is first looked for; what is shorter, with its context, is in too many places. */
const keyLength = 8;

interface Sought {
	/** The words with their context. */
	text: string;
	/** Where in that the words themselves are. */
	start: number;
	length: number;
	found: TextRange[];
}

/**
 * Looks for many quotations in many texts, each text gone through once: words, context and all, character by character.
 * What does not name the text it is from must bring context, and stand in one place of the whole archive.
 */
export class QuoteSearch {
	readonly #sought = new Map<string, Sought>();
	readonly #byKey = new Map<string, Sought[]>();
	readonly #firstUnits = new Uint8Array(0x10000);

	/** False when the quotation is no use for it. */
	add(quote: Quote): boolean {
		const { prefix, exact, suffix } = quote;
		const text = prefix + exact + suffix;
		const key = text.slice(0, keyLength);
		if (key.length < keyLength || text === exact) return false;
		if (this.#sought.has(nameOf(quote))) return true;
		const sought: Sought = { text, start: prefix.length, length: exact.length, found: [] };
		this.#sought.set(nameOf(quote), sought);
		const alike = this.#byKey.get(key);
		if (alike) alike.push(sought);
		else this.#byKey.set(key, [sought]);
		this.#firstUnits[key.charCodeAt(0)] = 1;
		return true;
	}

	async run(
		ids: Iterable<EditionId>,
		textOf: (id: EditionId) => PassageText | undefined,
		signal: AbortSignal,
	): Promise<void> {
		if (this.#sought.size === 0) return;
		for (const id of ids) {
			const passages = textOf(id);
			if (passages) this.#goThrough(passages);
			await nextTurn();
			if (signal.aborted) return;
		}
	}

	/** The one place of a quotation; null when it has none or several. */
	placeOf(quote: Quote): TextRange | null {
		const found = this.#sought.get(nameOf(quote))?.found ?? [];
		return found.length === 1 ? (found[0] ?? null) : null;
	}

	#goThrough(passages: PassageText): void {
		const { text } = passages;
		for (let at = 0; at + keyLength <= text.length; at += 1) {
			if (this.#firstUnits[text.charCodeAt(at)] === 0) continue;
			for (const sought of this.#byKey.get(text.substring(at, at + keyLength)) ?? []) {
				const { found, start, length } = sought;
				if (found.length < 2 && text.startsWith(sought.text, at)) found.push(passages.rangeAt(at + start, length));
			}
		}
	}
}

function nameOf({ exact, prefix, suffix }: Quote): string {
	return JSON.stringify([prefix, exact, suffix]);
}
