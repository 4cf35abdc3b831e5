import { MarkdownText } from '#renderer/features/annotations/index.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PrintedDocument.module.css';
import type { PrintedNote } from './printed-notes.ts';

/** All notes behind the text, each with its number and the words it is on. */
export function EndNotes({ notes }: { notes: readonly PrintedNote[] }) {
	return (
		<section className={styles.endNotes}>
			<h2>{message('print.notes-title')}</h2>
			{notes.map((note) => (
				<NoteText key={note.number} note={note} hasWords />
			))}
		</section>
	);
}

/** One note; in the margin without its words, which stand beside it. */
export function NoteText({ note, hasWords = false }: { note: PrintedNote; hasWords?: boolean }) {
	const { number, purpose, paragraph, words, body, author } = note;
	const facts = [
		message(`purpose.${purpose}`),
		...(hasWords && paragraph !== null ? [`¶ ${paragraph}`] : []),
		...(author === '' ? [] : [author]),
	];
	return (
		<div className={styles.note}>
			<p>
				<span className={styles.noteNumber}>{`[${number}]`}</span> {facts.join(' · ')}
			</p>
			{hasWords && words !== '' ? (
				<p className={styles.noteWords} dir="auto">
					{words}
				</p>
			) : null}
			{body.trim() === '' ? null : <MarkdownText markdown={body} />}
		</div>
	);
}
