import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy, useWatched } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { NotesState, ReadingCopyBridge } from '#shared/api/copy-bridge.ts';
import { message } from '#shared/messages/messages.ts';
import { keepNotes, openNotes, saveNotes } from './copy-notes.ts';
import styles from './reading-copy.module.css';

/** The first search has the machine to itself. */
const quietMs = 4000;

/** What a reader of a copy must know and decide: that a file of it is not what it was, and where their notes are. */
export function CopyNotices() {
	return readingCopy ? <Notices copy={readingCopy} /> : null;
}

function Notices({ copy }: { copy: ReadingCopyBridge }) {
	const notes = useWatched(copy.notes);
	const { changed } = useWatched(copy.seal);
	const navigate = useNavigate();
	useCommand('notes.save', () => void saveNotes().catch(showError));
	useCommand('notes.open', () => void openNotes().catch(showError));
	useAskBeforeLeaving(isAtRisk(notes));
	useEffect(() => {
		const wait = setTimeout(copy.checkSeal, quietMs);
		return () => clearTimeout(wait);
	}, [copy]);
	return (
		<div role="status" className={styles.notices}>
			{changed.length > 0 ? (
				<div className={styles.notice} data-tone="danger">
					<p className={styles.words}>
						{message('reading-copy.seal.changed', { count: changed.length, file: changed[0] ?? '' })}
					</p>
					<Button onPress={() => void navigate({ to: '/settings' })}>{message('reading-copy.seal.show')}</Button>
				</div>
			) : null}
			{isAtRisk(notes) ? (
				<div className={styles.notice}>
					<p className={styles.words}>
						{message(copy.isEncrypted ? 'reading-copy.notes.encrypted' : whereNotesAre(notes))}
					</p>
					<div className={styles.buttons}>
						{notes.canKeep && !notes.isKept ? (
							<Button onPress={() => void keepNotes()}>{message('reading-copy.notes.keep')}</Button>
						) : null}
						<Button variant="primary" onPress={() => void saveNotes().catch(showError)}>
							{message('command.notes.save')}
						</Button>
					</div>
				</div>
			) : null}
		</div>
	);
}

/** Whether closing the window would lose what was written. */
function isAtRisk({ unsaved, isKept, hasFailed }: NotesState): boolean {
	return unsaved > 0 && (!isKept || hasFailed);
}

function whereNotesAre({ canKeep, hasFailed }: NotesState) {
	if (hasFailed) return 'reading-copy.notes.failed' as const;
	return canKeep ? ('reading-copy.notes.in-window' as const) : ('reading-copy.notes.cannot-keep' as const);
}

/** The browser asks in its own words. */
function useAskBeforeLeaving(isAsking: boolean): void {
	useEffect(() => {
		if (!isAsking) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener('beforeunload', ask);
		return () => window.removeEventListener('beforeunload', ask);
	}, [isAsking]);
}
