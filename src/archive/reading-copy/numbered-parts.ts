import { type NumberedKind, numberedPart } from '#shared/reading-copy/copy-parts.ts';

/** A part as it is to be written. */
export interface Part {
	name: string;
	content: string;
}

/**
 * UTF-16 units of content in a part, about: read in some milliseconds, and a copy has not too many files. The first twenty
 * hits of a search may stand in twenty texts, of which each shows one passage: those parts are small.
 */
const partLengths: Readonly<Record<NumberedKind, number>> = {
	records: 500_000,
	texts: 60_000,
	pictures: 500_000,
	index: 1_000_000,
};

/** Gathers what belongs to many things into parts of one size: as members of an object by their ids, or in a list. */
export class NumberedParts {
	/** In which part each id is. */
	readonly numbers: Record<string, number> = {};
	readonly #kind: NumberedKind;
	readonly #isList: boolean;
	#number = 1;
	#length = 0;
	#members: string[] = [];

	constructor(kind: NumberedKind, { isList = false } = {}) {
		this.#kind = kind;
		this.#isList = isList;
	}

	/** Where the next one of a list will be. */
	get next(): { part: number; position: number } {
		return { part: this.#number, position: this.#members.length };
	}

	*add(id: string, value: unknown): Generator<Part> {
		this.numbers[id] = this.#number;
		yield* this.#put(`${JSON.stringify(id)}:${JSON.stringify(value)}`);
	}

	*push(value: unknown): Generator<Part> {
		yield* this.#put(JSON.stringify(value));
	}

	/** What is left. */
	*end(): Generator<Part> {
		if (this.#members.length === 0) return;
		const content = this.#members.join(',');
		yield { name: numberedPart(this.#kind, this.#number), content: this.#isList ? `[${content}]` : `{${content}}` };
		this.#number += 1;
		this.#members = [];
		this.#length = 0;
	}

	*#put(member: string): Generator<Part> {
		this.#members.push(member);
		this.#length += member.length;
		if (this.#length >= partLengths[this.#kind]) yield* this.end();
	}
}
