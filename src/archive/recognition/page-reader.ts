import type { ImportClient } from '#archive/importers/import-client.ts';
import type { LanguageFile } from '#archive/importers/recognition/engine.ts';
import type { Candidate } from '#archive/importers/recognition/language-trial.ts';
import type { RecognisedPage } from '#archive/importers/recognition/recognise.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';

/** What one message may carry, and the memory of its process hold a few times over. */
const mostBytes = 256 * 1024 * 1024;

/** Reads the pages of held files one after another, in a process that may be killed at any of them. */
export class PageReader {
	readonly #originals: OriginalsService;
	readonly #recogniser: ImportClient;

	constructor(originals: OriginalsService, recogniser: ImportClient) {
		this.#originals = originals;
		this.#recogniser = recogniser;
	}

	/** All pages of a file. Throws damaged-original, what recognising throws, and `cancelled`. */
	async *pagesOf(file: HeldFile, languages: LanguageFile[], signal: AbortSignal): AsyncGenerator<RecognisedPage> {
		const bytes = this.#read(file);
		const { fileName, mediaType } = file;
		for (let page = 1, count = 1; page <= count; page += 1) {
			const task = { kind: 'page', bytes, mediaType, page, languages } as const;
			const { page: read } = await this.#recogniser.recognise(fileName, task, signal);
			count = read.pageCount;
			yield read;
		}
	}

	/** The code of the language that the first page is in; null where it reads as none of these. */
	async languageOf(file: HeldFile, candidates: Candidate[], signal: AbortSignal): Promise<string | null> {
		const { fileName, mediaType } = file;
		const task = { kind: 'language', bytes: this.#read(file), mediaType, page: 1, candidates } as const;
		return (await this.#recogniser.recognise(fileName, task, signal)).code;
	}

	#read({ fileName, sizeBytes, sha256 }: HeldFile): Uint8Array {
		if (sizeBytes > mostBytes) {
			const reason = message('import.reason.too-large', { megabytes: mostBytes / 1024 / 1024 });
			throw new AppError('unsupported-format', { file: fileName, reason });
		}
		return this.#originals.read(sha256);
	}
}
