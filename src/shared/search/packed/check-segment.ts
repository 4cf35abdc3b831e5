import { alphabetSize, longestCompared } from '../../text/phones/sound-costs.ts';
import type { Segment } from './segment.ts';
import { ReadingCursor, type SoundLists, termBytes } from './sound-lists.ts';

/**
 * Whether what words are found by says nothing that reading it could get lost in. An archive may come from a stranger:
 * digests show that bytes are as they were written, not that they were written well.
 */
export function checkCore({ header, sections }: Segment): boolean {
	const { documentCount, editionIds, postingBytes, positionBytes, rangedBytes } = header;
	const termCount = sections.termStarts.length - 1;
	const { editionStarts, postingStarts, positionStarts, documentCounts, skipStarts } = sections;
	return (
		[sections.languages, sections.ordinals, sections.numbers, sections.lengths].every(
			({ length }) => length === documentCount,
		) &&
		[postingStarts, positionStarts].every(({ length }) => length === termCount + 1) &&
		[documentCounts, sections.scripts].every(({ length }) => length === termCount) &&
		documentCounts.every((count) => count <= documentCount) &&
		editionStarts.length === editionIds.length + 1 &&
		ascends(editionStarts, documentCount) &&
		ascends(sections.termStarts, sections.chars.length) &&
		ascends(postingStarts, postingBytes) &&
		ascends(positionStarts, positionBytes) &&
		jointsWithin(sections, termCount, documentCount) &&
		ascends(sections.jointStarts, rangedBytes - postingBytes - positionBytes) &&
		ascends(skipStarts, sections.skips.length / 3) &&
		skipsWithin(sections)
	);
}

/** The same of what words are widened by. */
export function checkWidening({ sections }: Segment): boolean {
	const termCount = sections.termStarts.length - 1;
	const { spellingStarts, stemTerms, soundKeys, soundStarts, soundBytes } = sections;
	return (
		spellingStarts.length === termCount + 1 &&
		ascends(spellingStarts, sections.spellingForms.length) &&
		ascends(sections.stemStarts, stemTerms.length) &&
		stemTerms.every((term) => term < termCount) &&
		soundStarts.length === soundKeys.length + 1 &&
		ascends(soundStarts, soundBytes.length) &&
		soundsWithin({ keys: soundKeys, starts: soundStarts, bytes: soundBytes }, termCount)
	);
}

/** Whether joint postings are of terms and documents that there are. */
function jointsWithin(
	{ jointRanges, jointCounts, jointStarts }: Segment['sections'],
	termCount: number,
	documentCount: number,
): boolean {
	return (
		jointRanges.length === jointCounts.length * 2 &&
		jointStarts.length === jointCounts.length + 1 &&
		jointRanges.every((term) => term <= termCount) &&
		jointCounts.every((count) => count <= documentCount)
	);
}

/** Whether the blocks of each term's positions follow each other within them. */
function skipsWithin({ skipTerms, skipStarts, skips, positionStarts }: Segment['sections']): boolean {
	return (
		skipStarts.length === skipTerms.length + 1 &&
		skipTerms.every((term, at) => {
			let before = 0;
			for (let block = skipStarts[at] as number; block < (skipStarts[at + 1] as number); block++) {
				const position = skips[block * 3 + 2] as number;
				if (position < before) return false;
				before = position;
			}
			return before <= (positionStarts[term + 1] ?? 0) - (positionStarts[term] ?? 0);
		})
	);
}

/** Whether readings are whole, of what they share with the ones before, and of terms that there are. */
function soundsWithin(lists: SoundLists, termCount: number): boolean {
	const reading = new ReadingCursor(lists);
	for (let place = 0; place < lists.keys.length; place++) {
		reading.enter(place);
		while (reading.nextGroup()) {
			if (reading.groupEnd > reading.listEnd || !isGroupWhole(reading, termCount)) return false;
		}
	}
	return true;
}

function isGroupWhole(reading: ReadingCursor, termCount: number): boolean {
	let length = 0;
	while (reading.next()) {
		const { common, start, end, term, bytes } = reading;
		if (common > length || end + termBytes > reading.groupEnd || term >= termCount) return false;
		length = common + end - start;
		if (length > longestCompared) return false;
		for (let at = start; at < end; at++) if ((bytes[at] as number) >= alphabetSize) return false;
	}
	return true;
}

/** From 0 to `last`, never down. */
function ascends(starts: Uint32Array, last: number): boolean {
	if (starts[0] !== 0 || starts.at(-1) !== last) return false;
	for (let at = 1; at < starts.length; at++) if ((starts[at] as number) < (starts[at - 1] as number)) return false;
	return true;
}
