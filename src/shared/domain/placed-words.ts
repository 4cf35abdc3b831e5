import type { TextRange } from './annotation.ts';
import type { StoredBlock } from './block.ts';
import type { Edition } from './edition.ts';
import { formatTime, timeOfBlocks } from './media-time.ts';
import { type NoteReferences, noteReferences } from './note-references.ts';
import { quotableWords } from './quotable-words.ts';
import { normaliseRange, textOfRange } from './text-range.ts';

/** Words of an edition, as they stand there now. */
export interface PlacedWords {
	edition: Edition;
	range: TextRange;
	/** As one quotes them: without the signs of notes and without line breaks that were only the width of the page. */
	words: string;
	/** As they are stored. */
	stored: string;
	/** BCP 47 of the first passage; '' when it is not known. */
	language: string;
	/** ¶ numbers, "3" or "3–5"; '' where nothing before or in it is counted. */
	numbers: string;
	/** When they are spoken, "00:12:31" or "00:12:31–00:13:02"; '' for what is not from a recording. */
	times: string;
}

/** What is asked of an edition beside the blocks of a range; only where it is needed. */
export interface AroundWords {
	/** The last ¶ number before the block with this ordinal. */
	numberBefore(ordinal: number): number | null;
	/** The notes of the text from this ordinal on. */
	notesFrom(ordinal: number): readonly StoredBlock[];
}

/**
 * Throws `invalid-input` for a range without text.
 *
 * @param blocks of the edition, those of the range at least
 */
export function placeWords(
	edition: Edition,
	blocks: readonly StoredBlock[],
	asked: TextRange,
	around: AroundWords,
): PlacedWords {
	const range = normaliseRange(blocks, asked);
	const within = blocks.filter(({ ordinal }) => ordinal >= range.startOrdinal && ordinal <= range.endOrdinal);
	const language = within[0]?.language ?? edition.language;
	const stored = textOfRange(blocks, range);
	return {
		edition,
		range,
		words: quotedFrom(within, range, around),
		stored,
		language: language === 'und' ? '' : language,
		numbers: numbersOf(within, () => around.numberBefore(range.startOrdinal)),
		times: timesOf(within),
	};
}

/**
 * The words in a range in normal form as one quotes them, of a text that is all at hand.
 *
 * @param blocks of the edition, all of them, in the order of their ordinals
 */
export function quotedWords(blocks: readonly StoredBlock[], range: TextRange): string {
	const within = blocks.slice(range.startOrdinal, range.endOrdinal + 1);
	return quotedFrom(within, range, { notesFrom: (ordinal) => blocks.slice(ordinal).filter(isNote) });
}

/** The same of a text of which only the blocks of the range are at hand. */
export function quotedFrom(
	within: readonly StoredBlock[],
	range: TextRange,
	around: Pick<AroundWords, 'notesFrom'>,
): string {
	// Who chose nothing but the sign of a note means that.
	return quotableWords(within, range, referencesIn(within, around)) || textOfRange(within, range);
}

function isNote({ kind }: StoredBlock): boolean {
	return kind === 'note';
}

/** Which raised signs are those of notes takes the notes to tell, and few passages have any. */
function referencesIn(within: readonly StoredBlock[], { notesFrom }: Pick<AroundWords, 'notesFrom'>): NoteReferences {
	const last = within.at(-1);
	const hasRaised = within.some(({ marks }) => marks?.some(({ kind }) => kind === 'superscript'));
	return last && hasRaised ? noteReferences([...within, ...notesFrom(last.ordinal + 1)]) : new Map();
}

/** A heading and a later cell of a row are cited by the number before them. */
function numbersOf(within: readonly StoredBlock[], before: () => number | null): string {
	const own = within.flatMap(({ number }) => number ?? []);
	const first = within[0]?.number ?? before() ?? own[0];
	const last = own.at(-1) ?? first;
	if (first === undefined || last === undefined) return '';
	return first === last ? String(first) : `${first}–${last}`;
}

/** Of one passage when it begins: that is how a place in a recording is cited. */
function timesOf(within: readonly StoredBlock[]): string {
	const time = timeOfBlocks(within);
	if (!time) return '';
	const start = formatTime(time.startMs);
	const end = time.endMs === undefined || within.length < 2 ? start : formatTime(time.endMs);
	return start === end ? start : `${start}–${end}`;
}
