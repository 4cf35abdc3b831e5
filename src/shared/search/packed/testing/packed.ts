import { heldBytes, openSegment, type Segment } from '../segment.ts';
import { createSegmentBuilder } from '../segment-builder.ts';

/** A segment of one edition, all of it in memory. */
export function packed(passages: readonly string[], language = 'en'): Segment {
	const builder = createSegmentBuilder();
	builder.addEdition(
		'e',
		passages.map((text, at) => ({ ordinal: at, number: at + 1, text, language })),
	);
	const work = builder.finish();
	for (;;) {
		const { done, value } = work.next();
		if (done) return openSegment(value.header, value.resident.buffer, heldBytes(value.ranged));
	}
}
