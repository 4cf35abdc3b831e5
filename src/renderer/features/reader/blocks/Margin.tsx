import { Link2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useNoteCount } from '#renderer/features/annotations/index.ts';
import { useLinkCount } from '#renderer/features/links/index.ts';
import { ordinalAttribute, sectionAttribute } from '#renderer/lib/passage-dom.ts';
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
			{noteCount > 0 && <NotesButton ordinal={block.ordinal} count={noteCount} />}
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

/** Heard after the passage and with it: it says how many notes there are, and leads to them. */
function NotesButton({ ordinal, count }: { ordinal: number; count: number }) {
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();
	useEffect(() => {
		// By hand: of ten thousand passages, only those with notes have to know.
		const section = button.current?.closest(`[${sectionAttribute}]`);
		const passage = section?.querySelector(`[${ordinalAttribute}="${ordinal}"]`);
		passage?.setAttribute('aria-describedby', id);
		return () => passage?.removeAttribute('aria-describedby');
	}, [ordinal, id]);
	return (
		<button ref={button} id={id} type="button" className={styles.notes} data-notes-of={ordinal}>
			{message('reader.note-count', { count })}
		</button>
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
