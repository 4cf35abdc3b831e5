import type { Segment } from './segment.ts';

/**
 * Whether a segment says nothing that reading it could get lost in. An archive may come from a stranger: digests show that
 * bytes are as they were written, not that they were written well.
 */
export function checkSegment({ header, sections }: Segment): boolean {
	const { documentCount, editionIds, postingBytes, rangedBytes } = header;
	const termCount = sections.termStarts.length - 1;
	const { editionStarts, postingStarts, positionStarts, documentCounts, skipStarts, spellingStarts } = sections;
	return (
		[sections.languages, sections.ordinals, sections.numbers, sections.lengths].every(
			({ length }) => length === documentCount,
		) &&
		[postingStarts, positionStarts, spellingStarts].every(({ length }) => length === termCount + 1) &&
		[documentCounts, sections.scripts].every(({ length }) => length === termCount) &&
		documentCounts.every((count) => count <= documentCount) &&
		editionStarts.length === editionIds.length + 1 &&
		ascends(editionStarts, documentCount) &&
		ascends(sections.termStarts, sections.chars.length) &&
		ascends(postingStarts, postingBytes) &&
		ascends(positionStarts, rangedBytes - postingBytes) &&
		ascends(spellingStarts, sections.spellingForms.length) &&
		sections.readingStarts.length === sections.spellingForms.length + 1 &&
		ascends(sections.readingStarts, sections.readings.length) &&
		ascends(skipStarts, sections.skips.length / 3) &&
		ascends(sections.stemStarts, sections.stemTerms.length) &&
		ascends(sections.soundStarts, sections.soundTerms.length) &&
		[sections.stemTerms, sections.soundTerms].every((terms) => terms.every((term) => term < termCount))
	);
}

/** From 0 to `last`, never down. */
function ascends(starts: Uint32Array, last: number): boolean {
	if (starts[0] !== 0 || starts.at(-1) !== last) return false;
	for (let at = 1; at < starts.length; at++) if ((starts[at] as number) < (starts[at - 1] as number)) return false;
	return true;
}
