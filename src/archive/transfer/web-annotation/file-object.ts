import type { AnnotationLoss } from '#shared/domain/annotation-transfer.ts';
import { shortName } from '#shared/web-annotation/vocabulary.ts';
import { asList, isObject, type Json, type JsonObject } from './json-guard.ts';

/** What could not be kept of one annotation, each thing once. */
export class Losses {
	readonly #all = new Map<string, AnnotationLoss>();

	add(kind: AnnotationLoss['kind'], what: string): void {
		this.#all.set(`${kind} ${what}`, { kind, what: shorten(what) });
	}

	get list(): AnnotationLoss[] {
		return [...this.#all.values()];
	}
}

const longestName = 200;

function shorten(what: string): string {
	return what.length > longestName ? `${what.slice(0, longestName)}…` : what;
}

/**
 * An object of a file while it is read. Whatever nobody took when reading is over is a loss, and is named by its path:
 * so nothing can be lost unnoticed, also what this program has never heard of.
 */
export class FileObject {
	readonly path: string;
	readonly losses: Losses;
	readonly #value: JsonObject;
	readonly #left: Set<string>;

	constructor(value: JsonObject, path: string, losses: Losses) {
		this.#value = value;
		this.path = path;
		this.losses = losses;
		this.#left = new Set(Object.keys(value).filter((key) => value[key] !== null));
	}

	has(key: string): boolean {
		return Object.hasOwn(this.#value, key);
	}

	take(key: string): Json | undefined {
		this.#left.delete(key);
		return this.has(key) ? this.#value[key] : undefined;
	}

	/** A text; anything else stays, to be named. */
	takeText(key: string): string | undefined {
		const value = this.has(key) ? this.#value[key] : undefined;
		return typeof value === 'string' ? wellFormed(this.take(key) as string) : undefined;
	}

	/** The same without taking it; '' for anything else. */
	peekText(key: string): string {
		const value = this.has(key) ? this.#value[key] : undefined;
		return typeof value === 'string' ? wellFormed(value) : '';
	}

	/** An object without taking it; what is in it counts as read by whoever reads it. */
	peekObject(key: string): FileObject | undefined {
		const value = this.has(key) ? this.#value[key] : undefined;
		return isObject(value) ? this.part(value, key) : undefined;
	}

	takeNumber(key: string): number | undefined {
		const value = this.has(key) ? this.#value[key] : undefined;
		return typeof value === 'number' ? (this.take(key) as number) : undefined;
	}

	/** The texts of a list or of one alone. */
	takeTexts(key: string): string[] {
		return asList(this.take(key)).flatMap((value) => (typeof value === 'string' ? [wellFormed(value)] : []));
	}

	/** Its own address, in either spelling of JSON-LD. */
	takeId(): string | undefined {
		return this.takeText('id') ?? this.takeText('@id');
	}

	/** Its types; those beyond the expected are losses. */
	takeTypes(...expected: string[]): string[] {
		const types = [...this.takeTexts('type'), ...this.takeTexts('@type')].map(shortName);
		for (const type of types)
			if (!expected.includes(type))
				this.losses.add('property', `${this.path === '' ? '' : `${this.path}.`}type ${type}`);
		return types;
	}

	takeObject(key: string): FileObject | undefined {
		const value = this.has(key) ? this.#value[key] : undefined;
		if (!isObject(value)) return undefined;
		this.take(key);
		return this.part(value, key);
	}

	part(value: JsonObject, key: string): FileObject {
		return new FileObject(value, this.path === '' ? key : `${this.path}.${key}`, this.losses);
	}

	/** Ends the reading: what is left is named. */
	end(): void {
		for (const key of this.#left) this.losses.add('property', this.path === '' ? key : `${this.path}.${key}`);
		this.#left.clear();
	}
}

/** Half of a surrogate pair, which a JSON text can name, has no place in a stored text. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Cs}/gu, '\ufffd');
}
