import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { Wording, WordingConflict } from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ConflictsPage.module.css';
import { bothOf, canJoin, wordingText } from './conflict-words.ts';

/** One text with the wording that stands and the one kept beside it. */
export function ConflictCard({ conflict }: { conflict: WordingConflict }) {
	const [draft, setDraft] = useState<string | null>(null);
	const { id, standing, kept, revision, isList } = conflict;

	function settle(text: string): void {
		archive.calls.conflicts
			.settle({ ids: [id], text, revision })
			.then(() => showToast(message('conflicts.settled'), undoAction()), showError);
	}

	return (
		<Card tone="warn">
			<article className={styles.card} aria-label={headOf(conflict)}>
				<h2 className={styles.name}>
					<Owner conflict={conflict}>{headOf(conflict)}</Owner>
				</h2>
				<div className={styles.sides}>
					<Side label={message('conflicts.standing')} wording={standing} conflict={conflict} onKeep={settle} />
					<Side label={message('conflicts.kept')} wording={kept} conflict={conflict} onKeep={settle} />
				</div>
				{draft === null ? (
					<p className={styles.actions}>
						{canJoin(conflict) ? (
							<Button onPress={() => settle(bothOf(conflict))}>{message('conflicts.both')}</Button>
						) : null}
						{isList ? null : (
							<Button onPress={() => setDraft(canJoin(conflict) ? bothOf(conflict) : standing.text)}>
								{message('conflicts.edit')}
							</Button>
						)}
					</p>
				) : (
					<>
						<TextArea autoFocus label={message('conflicts.new-text')} rows={5} value={draft} onChange={setDraft} />
						<p className={styles.actions}>
							<Button variant="primary" onPress={() => settle(draft)}>
								{message('conflicts.save')}
							</Button>
							<Button onPress={() => setDraft(null)}>{message('conflicts.cancel')}</Button>
						</p>
					</>
				)}
			</article>
		</Card>
	);
}

interface SideProps {
	label: string;
	wording: Wording;
	conflict: WordingConflict;
	onKeep(text: string): void;
}

function Side({ label, wording, conflict, onKeep }: SideProps) {
	const author = wording.author || message('conflicts.unknown-author');
	return (
		<section className={styles.side} aria-label={label}>
			<h3 className={styles.label}>{label}</h3>
			<p className={styles.wording} dir="auto">
				{wordingText(conflict, wording.text)}
			</p>
			<p className={styles.soft}>
				{wording.at ? message('conflicts.by', { author, date: formatInstant(wording.at) }) : author}
			</p>
			<p>
				<Button onPress={() => onKeep(wording.text)}>{message('conflicts.keep')}</Button>
			</p>
		</section>
	);
}

function headOf({ kind, field, title }: WordingConflict): string {
	const words = { kind: message(`conflicts.kind.${kind}`), field: message(`conflicts.field.${field}`) };
	return message('conflicts.of', { ...words, title: title || message('merge.untitled') });
}

/** Leads to the thing where it has a place of its own. */
function Owner({
	conflict: { kind, ownerId, recordId },
	children,
}: {
	conflict: WordingConflict;
	children: ReactNode;
}) {
	if (recordId)
		return (
			<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId }}>
				{children}
			</Link>
		);
	if (kind === 'name')
		return (
			<Link to="/names/{-$nameId}" params={{ nameId: ownerId }}>
				{children}
			</Link>
		);
	if (kind === 'event') return <Link to="/chronology">{children}</Link>;
	if (kind === 'collection')
		return (
			<Link to="/library" search={{ collection: ownerId }}>
				{children}
			</Link>
		);
	return children;
}
