import type { AnnotationTarget, TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { type NoteReferences, noteReferences } from '#shared/domain/note-references.ts';
import { quotableWords } from '#shared/domain/quotable-words.ts';
import { partWithin, textOfRange } from '#shared/domain/text-range.ts';
import type { EditionReader } from './edition-reader.ts';

/** Texts whose signs are kept at hand: those that one works in, and not a whole archive. */
const mostEditions = 32;

const none: NoteReferences = new Map();

/** Words of targets as one quotes them. Editions never change, so what refers to which note is read once. */
export class QuotedTargets {
	readonly #editions: EditionReader;
	readonly #references = new Map<EditionId, NoteReferences>();

	constructor(editions: EditionReader) {
		this.#editions = editions;
	}

	/**
	 * Of each the words; null where one quotes them as they are stored, and where their text does not say them. Edition by
	 * edition, in whatever order they come: no text is read twice for one list, however many editions it goes over.
	 */
	wordsOfEach(targets: readonly (AnnotationTarget | null)[]): (string | null)[] {
		const places = new Map<EditionId | undefined, number[]>();
		for (const [at, target] of targets.entries()) {
			const known = places.get(target?.editionId);
			if (known) known.push(at);
			else places.set(target?.editionId, [at]);
		}
		const words = targets.map((): string | null => null);
		for (const at of [...places.values()].flat()) {
			const target = targets[at];
			if (target) words[at] = this.#wordsOf(target);
		}
		return words;
	}

	#wordsOf(target: AnnotationTarget): string | null {
		const blocks = this.#editions.blocksBetween(target.editionId, target.startOrdinal, target.endOrdinal);
		if (textOfRange(blocks, target) !== target.exact) return null;
		const references = blocks.some((block) => hasRaisedSign(block, target))
			? this.#referencesIn(target.editionId)
			: none;
		const words = quotableWords(blocks, target, references);
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

/** Whether one stands in what of the range is in this passage: beside it, it is no part of the words. */
function hasRaisedSign(block: StoredBlock, range: TextRange): boolean {
	const part = partWithin(range, block);
	if (!part) return false;
	return (block.marks ?? []).some(
		({ kind, start, end }) => kind === 'superscript' && start < part.end && end > part.start,
	);
}
