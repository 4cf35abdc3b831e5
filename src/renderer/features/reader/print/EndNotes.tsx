import { MarkdownText } from '#renderer/features/annotations/index.ts';
import { writtenDay } from '#shared/dates/written-date.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PrintedDocument.module.css';
import type { PrintedNote } from './printed-notes.ts';

/** The notes behind the text, each with its number and the words it is on. */
export function EndNotes({ notes }: { notes: readonly PrintedNote[] }) {
	if (notes.length === 0) return null;
	return (
		<section className={styles.endNotes}>
			<h2>{message('print.notes-title')}</h2>
			{notes.map((note) => (
				<NoteText key={note.number} note={note} hasWords />
			))}
		</section>
	);
}

/** One note with its tags and what was answered; in the margin without its words, which are marked beside it. */
export function NoteText({ note, hasWords = false }: { note: PrintedNote; hasWords?: boolean }) {
	const { number, annotation, words, replies, isLong } = note;
	const { purpose, body, tags, isResolved } = annotation;
	const facts = [
		message(`purpose.${purpose}`),
		...(hasWords ? placeFacts(note) : []),
		...byWhomAndWhen(annotation),
		...(purpose === 'question' ? [message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')] : []),
	];
	const head = (
		<p>
			<span className={styles.noteNumber}>{`[${number}]`}</span> {facts.join(' · ')}
		</p>
	);
	if (isLong && !hasWords)
		return (
			<div className={styles.note}>
				{head}
				<p>{message('print.note-at-end')}</p>
			</div>
		);
	return (
		<div className={styles.note} data-long={isLong || undefined}>
			{head}
			{hasWords && words !== '' ? (
				<p className={styles.noteWords} dir="auto">
					{words}
				</p>
			) : null}
			{body.trim() === '' ? null : <MarkdownText markdown={body} />}
			{tags.length > 0 ? <p className={styles.tags}>{`${message('annotations.tags')}: ${tags.join(', ')}`}</p> : null}
			{replies.map((reply) => (
				<div key={reply.id} className={styles.reply}>
					<p>{byWhomAndWhen(reply).join(' · ')}</p>
					<MarkdownText markdown={reply.body} />
				</div>
			))}
		</div>
	);
}

/** The day in full: on paper "today" is another one tomorrow. */
function byWhomAndWhen({ author, changedAt }: Annotation): string[] {
	return [...(author === '' ? [] : [author]), writtenDay(new Date(changedAt))];
}

/** Where it stands; of what stands on no words of this text, why. */
function placeFacts({ range, paragraphs, annotation }: PrintedNote): string[] {
	const { region, target, origin, placement } = annotation;
	if (range) return paragraphs === '' ? [] : [`¶ ${paragraphs}`];
	if (region) return [message('annotations.region.place', { page: region.page })];
	if (target === null && origin === null) return [message('annotations.on-record')];
	if (placement === 'placed' || placement === 'moved') return [message('annotations.other-edition')];
	return [message(`annotations.placement.${placement}`)];
}
