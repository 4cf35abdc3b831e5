import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { WorldAtlas } from '#shared/map/base-map.ts';
import {
	baseMapPart,
	type CopiedRecord,
	type CopyCore,
	copyFormat,
	corePart,
	type GraphPart,
	graphPart,
	type IndexPart,
	type LinksPart,
	linksPart,
	type NotesPart,
	type NumberedKind,
	notesPart,
	numberedPart,
	type PicturesPart,
	type RecordsPart,
	type SearchPart,
	searchPart,
	type TextsPart,
	type ThingsPart,
	thingsPart,
} from '#shared/reading-copy/copy-parts.ts';
import { partPath } from '#shared/reading-copy/part-file.ts';
import type { PartLoader } from './parts/part-loader.ts';

/**
 * Numbered parts that are kept parsed; the rest is read again when it is asked for. Of the index only those that are being
 * read: the worker keeps the pages that it was given.
 */
const mostHeld = { records: 8, texts: 96, pictures: 2, index: 2 } as const;

/** What the parts of a copy hold, parsed. Every call rejects with damaged-copy where a part is missing or is not one. */
export class CopySource {
	readonly #loader: Pick<PartLoader, 'load'>;
	/** Those that every copy has one of. */
	readonly #single = new Map<string, Promise<unknown>>();
	/** The numbered ones, in the order in which they were asked for last. */
	readonly #held = {
		records: new Map<number, Promise<unknown>>(),
		texts: new Map<number, Promise<unknown>>(),
		pictures: new Map<number, Promise<unknown>>(),
		index: new Map<number, Promise<unknown>>(),
	};

	constructor(loader: Pick<PartLoader, 'load'>) {
		this.#loader = loader;
	}

	async core(): Promise<CopyCore> {
		const core = await this.#one<CopyCore>(corePart);
		if (core.format !== copyFormat) throw new AppError('damaged-copy', { file: partPath(corePart) });
		return core;
	}

	things(): Promise<ThingsPart> {
		return this.#one(thingsPart);
	}

	links(): Promise<LinksPart> {
		return this.#one(linksPart);
	}

	notes(): Promise<NotesPart> {
		return this.#one(notesPart);
	}

	graph(): Promise<GraphPart> {
		return this.#one(graphPart);
	}

	search(): Promise<SearchPart> {
		return this.#one(searchPart);
	}

	/** Null where no place of the copy has coordinates. Not kept: whoever draws it keeps it. */
	async baseMap(): Promise<WorldAtlas | null> {
		const { names } = await this.things();
		return names.some(({ coordinates }) => coordinates.length > 0) ? this.#read<WorldAtlas>(baseMapPart) : null;
	}

	/** Throws not-found. */
	async record(id: RecordId): Promise<CopiedRecord> {
		const number = (await this.core()).recordParts[id];
		const record = number && (await this.#numbered<RecordsPart>('records', number))[id];
		if (!record) throw new AppError('not-found', { what: id });
		return record;
	}

	/** Throws not-found. */
	async blocks(id: EditionId): Promise<StoredBlock[]> {
		const number = (await this.core()).textParts[id];
		const blocks = number && (await this.#numbered<TextsPart>('texts', number))[id];
		if (!blocks) throw new AppError('not-found', { what: id });
		return blocks;
	}

	/** In base64. Throws not-found. */
	async picture(sha256: Sha256): Promise<string> {
		const number = (await this.core()).pictureParts[sha256];
		const bytes = number && (await this.#numbered<PicturesPart>('pictures', number))[sha256];
		if (!bytes) throw new AppError('not-found', { what: sha256 });
		return bytes;
	}

	index(number: number): Promise<IndexPart> {
		return this.#numbered('index', number, readIndex);
	}

	#one<T>(name: string): Promise<T> {
		const known = this.#single.get(name) as Promise<T> | undefined;
		if (known) return known;
		const read = this.#read<T>(name);
		this.#single.set(name, read);
		read.catch(() => this.#single.delete(name));
		return read;
	}

	#numbered<T>(kind: NumberedKind, number: number, parse?: (content: string) => T): Promise<T> {
		const held = this.#held[kind];
		const known = held.get(number) as Promise<T> | undefined;
		const read = known ?? this.#read(numberedPart(kind, number), parse);
		held.delete(number);
		held.set(number, read);
		if (!known) read.catch(() => held.delete(number));
		const [oldest] = held.keys();
		if (oldest !== undefined && held.size > mostHeld[kind]) held.delete(oldest);
		return read;
	}

	async #read<T>(name: string, parse: (content: string) => T = JSON.parse): Promise<T> {
		const content = await this.#loader.load(name);
		try {
			return parse(content);
		} catch (error) {
			throw new AppError('damaged-copy', { file: partPath(name) }, { cause: error });
		}
	}
}

/** As slices of the one string, where JSON would make another of each page; base64 has nothing to be unescaped. */
function readIndex(content: string): IndexPart {
	if (!/^\["[^"]/.test(content) || !content.endsWith('"]')) throw new SyntaxError('no list of pages');
	return content.slice(2, -2).split('","');
}
