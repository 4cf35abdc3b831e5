import { memo, useMemo } from 'react';
import { StatusText } from '#renderer/ui/slots.tsx';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { useReader } from './reader-store.ts';
import { countWordsLeft, minutesToRead } from './reading-time.ts';

/** In the status bar: which ¶ of how many, and the minutes that are left. */
export const ReaderStatus = memo(function ReaderStatus({ blocks }: { blocks: readonly StoredBlock[] }) {
	const wordsLeft = useMemo(() => countWordsLeft(blocks), [blocks]);
	const total = useMemo(() => blocks.findLast((block) => block.number !== null)?.number ?? 0, [blocks]);
	const ordinal = useReader(({ place }) => place.ordinal);
	const number = numberFrom(blocks, ordinal) ?? total;
	return (
		<StatusText>
			<span>{message('reader.position', { number, total, minutes: minutesToRead(wordsLeft[ordinal] ?? 0) })}</span>
		</StatusText>
	);
});

/** From the passage itself on: a long text has thousands before it. */
function numberFrom(blocks: readonly StoredBlock[], ordinal: number): number | null {
	for (let at = ordinal; at < blocks.length; at += 1) {
		const number = blocks[at]?.number ?? null;
		if (number !== null) return number;
	}
	return null;
}
