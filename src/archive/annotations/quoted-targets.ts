import type { AnnotationTarget } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { type NoteReferences, noteReferences } from '#shared/domain/note-references.ts';
import { quotableWords } from '#shared/domain/quotable-words.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import type { EditionReader } from './edition-reader.ts';

/** Texts whose signs are kept at hand: those that one works in, and not a whole archive. */
const mostEditions = 32;

/** Words of targets as one quotes them. Editions never change, so what refers to which note is read once. */
export class QuotedTargets {
	readonly #editions: EditionReader;
	readonly #references = new Map<EditionId, NoteReferences>();

	constructor(editions: EditionReader) {
		this.#editions = editions;
	}

	/** Null where one quotes them as they are stored, and where their text does not say them. */
	wordsOf(target: AnnotationTarget): string | null {
		const blocks = this.#editions.blocksBetween(target.editionId, target.startOrdinal, target.endOrdinal);
		if (textOfRange(blocks, target) !== target.exact) return null;
		const words = quotableWords(blocks, target, this.#referencesIn(target.editionId));
		// Who chose nothing but the sign of a note means that.
		return words === '' || words === target.exact ? null : words;
	}

	#referencesIn(editionId: EditionId): NoteReferences {
		const known = this.#references.get(editionId);
		if (known) return known;
		const found = noteReferences(this.#editions.blocksWithSigns(editionId));
		const [oldest] = this.#references.keys();
		if (oldest !== undefined && this.#references.size >= mostEditions) this.#references.delete(oldest);
		this.#references.set(editionId, found);
		return found;
	}
}
