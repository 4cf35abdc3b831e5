import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileError } from '#archive/db/file-error.ts';
import type { LanguageFile } from '#archive/importers/recognition/engine.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { providedLanguages, type RecognitionLanguage } from '#shared/domain/recognition.ts';
import { message } from '#shared/messages/messages.ts';

export interface LanguageDataFolders {
	/** Filled at set-up; comes with the program. */
	provided: string;
	/** This person's; made with the first file. */
	own: string;
}

/** What the engine's own files are called; some of them are packed. */
const fileName = /^([A-Za-z][\w-]{1,39})\.traineddata(?:\.gz)?$/;
/** The largest that its makers publish has some 25 MB. */
const mostBytes = 200 * 1024 * 1024;

/** The data of languages on this machine: those that came with the program, and over them those that a person added. */
export class LanguageData {
	readonly #folders: LanguageDataFolders;

	constructor(folders: LanguageDataFolders) {
		this.#folders = folders;
	}

	/** Those that Lectern knows in their order, then others by code. */
	list(): RecognitionLanguage[] {
		const { provided, own } = this.#files();
		const others = [...new Set([...own.keys(), ...provided.keys()])].filter((code) => !knownLanguage(code)).sort();
		return [...providedLanguages.map(({ code }) => code), ...others].map((code) => ({
			code,
			language: knownLanguage(code) ?? code,
			source: own.has(code) ? 'own' : provided.has(code) ? 'provided' : 'missing',
		}));
	}

	/** The files of these languages; throws invalid-input for one that is not there. */
	filesOf(codes: readonly string[]): LanguageFile[] {
		const { provided, own } = this.#files();
		return codes.map((code) => {
			const path = own.get(code) ?? provided.get(code);
			if (!path) throw new AppError('invalid-input', { reason: message('recognition.reason.missing', { code }) });
			return { code, path };
		});
	}

	/**
	 * Takes in a file, which gets its name only when it is complete and `check` found it to be what it says. Throws
	 * invalid-input, and unreadable-file.
	 */
	async add(path: string, name: string, check: (file: LanguageFile) => Promise<void>): Promise<RecognitionLanguage> {
		const [, code] = fileName.exec(basename(name)) ?? [];
		if (!code) throw new AppError('invalid-input', { reason: message('recognition.reason.name') });
		const sizeBytes = await stat(path).then(
			(entry) => entry.size,
			(error: unknown) => {
				throw fileError(name, error);
			},
		);
		if (sizeBytes > mostBytes)
			throw new AppError('invalid-input', { reason: message('recognition.reason.data', { codes: code }) });
		await mkdir(this.#folders.own, { recursive: true, mode: 0o700 });
		const aside = join(this.#folders.own, `.${process.pid}.new`);
		try {
			const written = await open(aside, 'w', 0o600);
			await pipeline(createReadStream(path), written.createWriteStream({ flush: true }));
			await check({ code, path: aside });
			this.#removeOwn(code);
			await rename(aside, join(this.#folders.own, `${code}.traineddata`));
		} finally {
			await rm(aside, { force: true });
		}
		return { code, language: knownLanguage(code) ?? code, source: 'own' };
	}

	/** Throws not-found for a language that this person did not add. */
	remove(code: string): void {
		if (!this.#files().own.has(code)) throw new AppError('not-found', { what: code });
		this.#removeOwn(code);
	}

	#removeOwn(code: string): void {
		const path = this.#files().own.get(code);
		if (path) rmSync(path, { force: true });
	}

	/** Looked up each time: set-up may put files there while Lectern runs. */
	#files(): Record<keyof LanguageDataFolders, Map<string, string>> {
		return { provided: filesIn(this.#folders.provided), own: filesIn(this.#folders.own) };
	}
}

function filesIn(folder: string): Map<string, string> {
	if (!existsSync(folder)) return new Map();
	return new Map(
		readdirSync(folder).flatMap((name) => {
			const [, code] = fileName.exec(name) ?? [];
			return code ? [[code, join(folder, name)] as const] : [];
		}),
	);
}

function knownLanguage(code: string): string | undefined {
	return providedLanguages.find((known) => known.code === code)?.language;
}
