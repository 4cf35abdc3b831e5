import { memo, useMemo } from 'react';
import { StatusText } from '#renderer/ui/slots.tsx';
import type { TextOutline } from '#shared/domain/text-outline.ts';
import { message } from '#shared/messages/messages.ts';
import { useReader } from './reader-store.ts';
import { estimateWordsLeft, timeToRead } from './reading-time.ts';

interface ReaderStatusProps {
	outline: TextOutline;
	wordCount: number;
}

/** In the status bar: which ¶ of how many, and the minutes that are left. */
export const ReaderStatus = memo(function ReaderStatus({
	outline: { numbers, lengths },
	wordCount,
}: ReaderStatusProps) {
	const wordsLeft = useMemo(() => estimateWordsLeft(lengths, wordCount), [lengths, wordCount]);
	const total = useMemo(() => numbers.findLast((number) => number !== null) ?? 0, [numbers]);
	const ordinal = useReader(({ place }) => place.ordinal);
	const number = numberFrom(numbers, ordinal) ?? total;
	const left = timeToRead(wordsLeft[ordinal] ?? 0);
	return (
		<StatusText>
			<span>
				{'hours' in left
					? message('reader.position-hours', { number, total, ...left })
					: message('reader.position', { number, total, ...left })}
			</span>
		</StatusText>
	);
});

/** From the passage itself on: a long text has thousands before it. */
function numberFrom(numbers: TextOutline['numbers'], ordinal: number): number | null {
	for (let at = ordinal; at < numbers.length; at += 1) {
		const number = numbers[at] ?? null;
		if (number !== null) return number;
	}
	return null;
}
