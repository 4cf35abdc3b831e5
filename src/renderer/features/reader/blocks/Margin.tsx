import { Link2 } from 'lucide-react';
import { useNoteCount } from '#renderer/features/annotations/index.ts';
import { useLinkCount } from '#renderer/features/links/index.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { formatShortTime, formatTime } from '#shared/domain/media-time.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './blocks.module.css';

/** Beside a passage: its ¶ number, which copies the reference, and for screen readers and the keyboard the way to its notes. */
export function Margin({ block }: { block: StoredBlock }) {
	const noteCount = useNoteCount(block.ordinal);
	const linkCount = useLinkCount(block.ordinal);
	return (
		<>
			{block.number !== null && (
				<button
					type="button"
					// Reached with J and K and the menu on Enter: ten thousand stops of the Tab key would lock the page.
					tabIndex={-1}
					className={styles.number}
					data-copies={block.ordinal}
					aria-label={message('reader.copy-reference', { number: block.number })}
				>
					{block.number}
				</button>
			)}
			{block.time && <SpokenAt ms={block.time.startMs} />}
			{noteCount > 0 && (
				<button type="button" className={styles.notes} data-notes-of={block.ordinal}>
					{message('reader.note-count', { count: noteCount })}
				</button>
			)}
			{linkCount > 0 && (
				<button
					type="button"
					// Reached by the passage's menu, as the number is.
					tabIndex={-1}
					className={styles.links}
					data-links-of={block.ordinal}
					aria-label={message('links.go-to', { count: linkCount })}
					title={message('links.go-to', { count: linkCount })}
				>
					<Link2 size={12} aria-hidden />
				</button>
			)}
		</>
	);
}

/** When a passage is spoken, which plays it; a reading copy has no recording to play. */
function SpokenAt({ ms }: { ms: number }) {
	const time = formatShortTime(ms);
	if (readingCopy) return <span className={styles.time}>{time}</span>;
	return (
		<button
			type="button"
			// Reached by the key that plays from a passage, as the number is by its menu.
			tabIndex={-1}
			className={styles.time}
			data-plays-from={ms}
			aria-label={message('recording.play-from', { time: formatTime(ms) })}
		>
			{time}
		</button>
	);
}
