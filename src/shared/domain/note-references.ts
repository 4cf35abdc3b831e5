import type { Mark, StoredBlock } from './block.ts';

/** The ordinal of the note that a sign in the text refers to, by the passage's ordinal and where its sign begins. */
export type NoteReferences = ReadonlyMap<string, number>;

export function referenceKey(ordinal: number, start: number): string {
	return `${ordinal}:${start}`;
}

/** How a note's sign may stand before it where it is not raised: "1. ", "[2] ", "* ". */
const plainSign = /^\s*[[(]?(\d{1,4}|[*†‡§]{1,4}|\p{L})[\])]?[.:)]?\s/u;

/**
 * Which raised signs in the text belong to which note: the nearest one after it, or in it for a note that speaks of
 * another, that begins with the same sign. Signs begin anew in every chapter of a book; a raised number that no note
 * begins with is no reference.
 */
export function noteReferences(blocks: readonly StoredBlock[]): NoteReferences {
	const references = new Map<string, number>();
	const next = new Map<string, number>();
	for (const block of blocks.toReversed()) {
		const own = block.kind === 'note' ? signOf(block) : null;
		for (const mark of block.marks ?? []) {
			if (mark.kind !== 'superscript' || (own !== null && mark.start === 0)) continue;
			const note = next.get(bare(block.text.slice(mark.start, mark.end)));
			if (note !== undefined) references.set(referenceKey(block.ordinal, mark.start), note);
		}
		if (own !== null) next.set(own, block.ordinal);
	}
	return references;
}

/** The raised signs in a passage that refer to notes. @param isReference whether a raised sign at this place does */
export function noteSigns(
	{ ordinal, marks = [] }: StoredBlock,
	isReference: (ordinal: number, start: number) => boolean,
): Mark[] {
	return marks.filter(({ kind, start }) => kind === 'superscript' && isReference(ordinal, start));
}

/** The note from its first block on, with what goes on without a sign of its own. */
export function blocksOfNote(blocks: readonly StoredBlock[], ordinal: number): StoredBlock[] {
	const [first, ...rest] = blocks.slice(ordinal);
	if (!first) return [];
	const end = rest.findIndex((block) => block.kind !== 'note' || signOf(block) !== null);
	return [first, ...(end < 0 ? rest : rest.slice(0, end))];
}

/** The sign that a note begins with; null for one without. */
function signOf({ text, marks = [] }: StoredBlock): string | null {
	const raised = marks.find((mark: Mark) => mark.kind === 'superscript' && mark.start === 0);
	const sign = raised ? bare(text.slice(0, raised.end)) : (plainSign.exec(text)?.[1] ?? '');
	return sign === '' ? null : sign;
}

function bare(sign: string): string {
	return sign.replace(/^[\s[(]+|[\s\]).:]+$/g, '');
}
