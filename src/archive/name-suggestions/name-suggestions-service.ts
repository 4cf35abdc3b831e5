import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { NameSuggestionCalls } from '#shared/api/name-suggestions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId } from '#shared/domain/ids.ts';
import type { RejectedName } from '#shared/domain/name-suggestion.ts';
import { candidateKey } from '#shared/name-suggestions/candidate-key.ts';
import {
	countPassages,
	deleteRejectedName,
	insertRejectedName,
	listPassagesAfter,
	listRejectedNames,
	type ScanCursor,
} from './name-suggestions-repository.ts';

/** Words that look like names nobody has entered yet. Nothing is kept of them but what a person rejected. */
export class NameSuggestionsService {
	readonly #database: ArchiveDatabase;
	readonly #author: () => string;

	/** @param author the name under which words are rejected, asked each time. */
	constructor(database: ArchiveDatabase, author: () => string) {
		this.#database = database;
		this.#author = author;
	}

	/** Looks through the next passages, page by page, so that whoever asks can stop. */
	async scan({ after, limit }: ArgumentOf<NameSuggestionCalls['scan']>): Promise<ValueOf<NameSuggestionCalls['scan']>> {
		// With the table of known forms: only who looks for names needs it.
		const { candidatesIn } = await import('#shared/name-suggestions/candidate-tally.ts');
		const { reader } = this.#database;
		const passages = listPassagesAfter(reader, parseCursor(after), limit);
		const last = passages.at(-1);
		return {
			candidates: candidatesIn(passages),
			next: last && passages.length === limit ? `${last.editionId}/${last.ordinal}` : null,
			passageCount: passages.length,
			total: countPassages(reader),
		};
	}

	rejected(): RejectedName[] {
		return listRejectedNames(this.#database.reader);
	}

	/** All forms of the words, in whatever case, are no name from now on. */
	reject({ texts }: { texts: string[] }): void {
		this.#database.step('suggestionRejected', (step) => {
			for (const text of texts) insertRejectedName(step, rejectedId(text), text, this.#author());
		});
	}

	readmit({ ids }: { ids: string[] }): void {
		const known = new Set(this.rejected().map(({ id }) => id));
		const missing = ids.find((id) => !known.has(id));
		if (missing) throw new AppError('not-found', { what: missing });
		this.#database.step('suggestionReadmitted', (step) => {
			for (const id of ids) deleteRejectedName(step, id);
		});
	}
}

/** The same words rejected in two copies of an archive are one row after they are merged. */
function rejectedId(text: string): string {
	return derivedId('rejected-name', candidateKey(text));
}

function parseCursor(after: string | null): ScanCursor {
	if (after === null) return { editionId: '', ordinal: -1 };
	const [editionId = '', ordinal] = after.split('/');
	if (!/^\d+$/.test(ordinal ?? '')) throw new AppError('invalid-input', { reason: `no passage after ${after}` });
	return { editionId, ordinal: Number(ordinal) };
}
