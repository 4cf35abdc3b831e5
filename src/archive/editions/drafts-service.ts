import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Writer } from '#archive/db/connection.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { DraftSubject, TextDraft } from '#shared/domain/text-draft.ts';
import { deleteDraft, findDraft, putDraft } from './drafts-repository.ts';

/** Texts that are being written: on disk as they grow, and gone once they are editions. */
export class DraftsService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	find(subject: DraftSubject): TextDraft | null {
		return findDraft(this.#database.reader, subject) ?? null;
	}

	/** In the place of the one before; gives when. Throws not-found where the record is not in this archive. */
	keep(draft: Omit<TextDraft, 'savedAt'>): string {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const savedAt = new Date(this.#database.now()).toISOString();
		const isKept = this.#database.write((writer) => putDraft(writer, { ...draft, savedAt }));
		// Another archive may have been opened since the words were typed.
		if (!isKept) throw new AppError('not-found', { what: draft.recordId });
		return savedAt;
	}

	drop(subject: DraftSubject): void {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		this.#database.write((writer) => deleteDraft(writer, subject));
	}

	dropWithin(writer: Writer, subject: DraftSubject): void {
		deleteDraft(writer, subject);
	}
}
