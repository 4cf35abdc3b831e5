import { createHash } from 'node:crypto';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DraftsService } from '#archive/editions/drafts-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { guessLanguage } from '#archive/importers/language.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { EditionCalls } from '#shared/api/editions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import { message } from '#shared/messages/messages.ts';
import { readEditedTranscript } from '#shared/transcript/edited-transcript.ts';
import { type SuccessionServices, succeed } from './edition-succession.ts';

/** Goes up whenever the same text would give other blocks. */
const version = '2';

/** Keeps what a person wrote down of a recording. */
export class TranscribingService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: SuccessionServices & { drafts: DraftsService };
	readonly #author: () => string;

	/** @param author the name that the transcript is made by, asked each time. */
	constructor(
		database: ArchiveDatabase,
		importer: ImportClient,
		services: SuccessionServices & { drafts: DraftsService },
		author: () => string,
	) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
		this.#author = author;
	}

	/**
	 * Makes an edition of the text, with times before its paragraphs, which the record shows from now on; annotations move
	 * over, and undo goes back. Passages that are word for word in the edition before, at the same time, keep what such a
	 * text cannot say: their formatting and when they end. Throws not-found where the record holds no such recording, and
	 * invalid-input for a text without words.
	 */
	async transcribe({
		recordId,
		originalSha256,
		text,
		language,
		baseEditionId,
	}: ArgumentOf<EditionCalls['transcribe']>): Promise<Edition> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { records, editions, drafts } = this.#services;
		const files = records.filesOf(recordId).filter(({ mediaType }) => isRecording(mediaType));
		const recording = files.find(({ sha256 }) => sha256 === originalSha256);
		if (!recording) throw new AppError('not-found', { what: originalSha256 });
		const base = baseEditionId === null ? [] : editions.blocks({ id: baseEditionId });
		const blocks = withKept(readEditedTranscript(text), base);
		if (blocks.length === 0) throw new AppError('invalid-input', { reason: message('import.reason.blank') });
		return succeed(
			{ database: this.#database, importer: this.#importer, services: this.#services },
			{
				recordId,
				fileName: recording.fileName,
				label: 'transcriptSaved',
				alongside: ({ writer }) => drafts.dropWithin(writer, { recordId, about: originalSha256 }),
				made: {
					kind: 'transcription',
					originalSha256,
					maker: this.#author() || 'Lectern',
					makerVersion: version,
					// The id of an edition is made of how it was made: two texts of one recording are two.
					parameters: { written: createHash('sha256').update(JSON.stringify(blocks)).digest('hex') },
					language: language === 'und' ? guessLanguage(text) : language,
					blocks,
				},
			},
		);
	}
}

function withKept(blocks: readonly Block[], base: readonly Block[]): Block[] {
	const before = new Map(base.map((block) => [keyOf(block), block]));
	return blocks.map((block) => {
		const same = before.get(keyOf(block));
		if (!same) return block;
		const { kind, text, level, marks, wrapped, language, time } = same;
		return {
			...{ kind, text, ...(level !== undefined && { level }), ...(language && { language }) },
			...{ ...(marks && { marks }), ...(wrapped && { wrapped }), ...(time && { time }) },
		};
	});
}

function keyOf({ text, time }: Block): string {
	return `${time?.startMs ?? ''} ${text}`;
}
