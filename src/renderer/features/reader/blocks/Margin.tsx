import { useNoteCount } from '#renderer/features/annotations/index.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './blocks.module.css';

/** Beside a passage: its ¶ number, which copies the reference, and for screen readers and the keyboard the way to its notes. */
export function Margin({ block }: { block: StoredBlock }) {
	const noteCount = useNoteCount(block.ordinal);
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
			{noteCount > 0 && (
				<button type="button" className={styles.notes} data-notes-of={block.ordinal}>
					{message('reader.note-count', { count: noteCount })}
				</button>
			)}
		</>
	);
}
